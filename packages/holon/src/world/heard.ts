import { estimate } from '../measure/estimate.ts'
import type { FeedbackShape, Measure } from '../spec/measure.ts'
import type { MeasureAnswer } from '../spec/ports.ts'
import type { Heard } from '../spec/simulation.ts'
import { countsSilence, trueMeasure } from './true-measure.ts'

/** How much of what is true a product hears of, for one goal; undefined where the world knows no truth. */
export function heardOf(
  measure: Measure,
  shapes: readonly FeedbackShape[],
  answer: MeasureAnswer | undefined,
  truth: MeasureAnswer | undefined,
): Heard | undefined {
  if (answer === undefined || truth === undefined) return undefined
  const known = estimate(trueMeasure(measure), truth.statistics).n
  if (known === 0) return undefined
  const share = Math.min(1, estimate(measure, answer.statistics).n / known)
  return { share, silence: countsSilence(measure, shapes) }
}
