import { HolonError } from '../../spec/error.ts'
import { requireProbability, requireShare } from '../argument.ts'
import { indifference } from '../utility/line.ts'

/**
 * What a prediction costs: `cPredictedTrue`, so `c10` is the cost of predicting positive where the truth is
 * negative.
 */
export interface CostMatrix {
  readonly c00: number
  readonly c10: number
  readonly c01: number
  readonly c11: number
}

/**
 * The probability from which predicting positive costs least (C. Elkan, The Foundations of Cost-Sensitive
 * Learning, 2001, eq. 2). Refuses, with `input-invalid`, a matrix in which one prediction is never worse than
 * the other.
 *
 * @example
 * ```ts
 * costThreshold({ c00: 0, c10: 1, c01: 5, c11: 0 }) // 0.1667
 * ```
 */
export function costThreshold({ c00, c10, c01, c11 }: CostMatrix): number {
  const threshold = indifference({ whenTrue: -c01, whenFalse: -c00 }, { whenTrue: -c11, whenFalse: -c10 })
  if (threshold === undefined || !(c10 > c00)) {
    throw new HolonError(
      'input-invalid',
      'a row dominates: c10 > c00 and c01 > c11 must hold',
      'Make a wrong prediction dearer than a right one, for both truths.',
    )
  }
  return threshold
}

/**
 * The factor for the number (or weight) of negative training rows that makes a learner which acts at
 * `standard` act at `wanted` instead (Elkan 2001, theorem 1).
 */
export function negativeMultiplier(wanted: number, standard = 0.5): number {
  requireShare('wanted', wanted)
  requireShare('standard', standard)
  return (wanted / (1 - wanted)) * ((1 - standard) / standard)
}

/**
 * A probability learned where `baseRate` of rows are positive, as it is where `newRate` are (Elkan 2001,
 * theorem 2).
 */
export function shiftBaseRate(p: number, baseRate: number, newRate: number): number {
  requireProbability('p', p)
  requireShare('baseRate', baseRate)
  requireShare('newRate', newRate)
  // In the odds, and in this order of operations, which rounding cannot turn around or lead beyond 1.
  return 1 / (1 + ((1 - p) * (baseRate * (1 - newRate))) / (p * (newRate * (1 - baseRate))))
}
