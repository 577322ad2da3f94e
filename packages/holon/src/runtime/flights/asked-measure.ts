import type { Measure } from '../../spec/measure.ts'
import type { ArmsMeasure } from '../../spec/ports.ts'
import type { System } from '../../system/system.ts'

/** A measure as a warehouse is asked for it, with how feedback of its decision joins. */
export const askedMeasure = ({ decisions }: System, measure: Measure): ArmsMeasure => ({
  measure,
  feedback: decisions.find((one) => one.name === measure.decision)?.feedbackParts ?? [],
})
