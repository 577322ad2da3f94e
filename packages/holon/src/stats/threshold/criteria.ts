import { requirePositive } from '../argument.ts'
import { type Confusion, confusionRates } from '../metrics/confusion.ts'
import type { CostMatrix } from './cost.ts'

/** How good a table of right and wrong answers is; NaN where that cannot be said. Rows may have weights. */
export type Criterion = (counts: Confusion) => number

/** What each kind of answer is worth. */
export interface Reward {
  readonly tp: number
  readonly fp: number
  readonly fn: number
  readonly tn: number
}

/** The total reward. */
export function rewarded(reward: Reward): Criterion {
  return ({ tp, fp, fn, tn }) => reward.tp * tp + reward.fp * fp + reward.fn * fn + reward.tn * tn
}

/**
 * Minus the total cost. `weights` multiply the rows of each class, so that a class that is rarer in the data than in use
 * counts as it will.
 *
 * @example
 * ```ts
 * leastCost({ c00: 0, c10: 1, c01: 5, c11: 0 })({ tp: 8, fp: 3, fn: 2, tn: 7 }) // -13
 * ```
 */
export function leastCost(
  costs: CostMatrix,
  { positives = 1, negatives = 1 }: { readonly positives?: number; readonly negatives?: number } = {},
): Criterion {
  return rewarded({
    tp: -costs.c11 * positives,
    fn: -costs.c01 * positives,
    fp: -costs.c10 * negatives,
    tn: -costs.c00 * negatives,
  })
}

/** The share of right answers. */
export const accuracy: Criterion = (counts) => confusionRates(counts).accuracy

/** The mean of the shares of positive and of negative rows that are answered right. */
export const balancedAccuracy: Criterion = (counts) => {
  const { recall, specificity } = confusionRates(counts)
  return (recall + specificity) / 2
}

/** Recall + specificity - 1 (W. J. Youden, 1950): 0 for guessing, 1 for no mistake. */
export const youden: Criterion = (counts) => 2 * balancedAccuracy(counts) - 1

/**
 * The mean of precision and recall that weighs recall `beta` times as much (C. J. van Rijsbergen, Information
 * Retrieval, 1979): (1 + beta²) tp / ((1 + beta²) tp + beta² fn + fp).
 */
export function fBeta(beta = 1): Criterion {
  requirePositive('beta', beta)
  const square = beta * beta
  return ({ tp, fp, fn }) => ((1 + square) * tp) / ((1 + square) * tp + square * fn + fp)
}

/** The correlation of answers and labels (B. W. Matthews, 1975), from -1 to 1. */
export const matthews: Criterion = ({ tp, fp, fn, tn }) =>
  (tp * tn - fp * fn) / Math.sqrt((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn))
