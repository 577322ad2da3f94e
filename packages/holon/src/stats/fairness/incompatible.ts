import { requireProbability, requireShare } from '../argument.ts'

/** How good answers are in one group, but for the false alarms. */
export interface AnswerQuality {
  /** Share of the group for which yes is right. */
  readonly baseRate: number
  /** Share of the yeses that are right. */
  readonly precision: number
  /** Share of those for whom yes is right who get it. */
  readonly recall: number
}

/**
 * The false positive rate that follows from base rate, precision and recall (A. Chouldechova, 2017, equation 2.6). With
 * equal precision and recall, unequal base rates make it unequal: calibrated answers and equal errors exclude each other,
 * unless nobody is wrong (J. Kleinberg, S. Mullainathan, M. Raghavan, 2016). Above 1 where the three cannot be had
 * together.
 *
 * @example
 * ```ts
 * impliedFalsePositiveRate({ baseRate: 0.5, precision: 0.8, recall: 0.6 }) // 0.15
 * ```
 */
export function impliedFalsePositiveRate({ baseRate, precision, recall }: AnswerQuality): number {
  requireShare('baseRate', baseRate)
  requireProbability('recall', recall)
  if (precision === 0) return recall === 0 ? 0 : Number.POSITIVE_INFINITY
  requireProbability('precision', precision)
  return (baseRate / (1 - baseRate)) * ((1 - precision) / precision) * recall
}
