import type { Measure } from '../spec/measure.ts'
import type { MeasureQuery } from '../spec/ports.ts'
import type { DecisionPart } from '../system/decision.ts'
import type { Inside } from './inside.ts'

/** The question about the decisions of one point in a time. */
export const queryOf = (
  { system, ports }: Inside,
  { feedbackParts }: DecisionPart,
  measure: Measure,
  { from, to }: Pick<MeasureQuery, 'from' | 'to'>,
): MeasureQuery => ({
  system: system.name,
  measure,
  feedback: feedbackParts,
  now: ports.clock.now(),
  ...(from !== undefined && { from }),
  ...(to !== undefined && { to }),
})
