import { requireCount, requireShare } from '../argument.ts'
import { binomialQuantile } from '../distribution/binomial.ts'
import type { Interval } from './interval.ts'

/** Places in n sorted values, counted from 1. Place 0 stands for minus infinity, n + 1 for infinity. */
export interface Ranks {
  readonly lower: number
  readonly upper: number
}

/**
 * The places of the two order statistics between which the `share`-quantile of the population lies with at
 * least this confidence, whatever the distribution: the number of values below it is binomial (H. A. David,
 * Order Statistics, 7.1).
 */
export function quantileRanks(n: number, share: number, confidence = 0.95): Ranks {
  requireCount('n', n)
  requireShare('share', share)
  requireShare('confidence', confidence)
  const tail = (1 - confidence) / 2
  return { lower: binomialQuantile(tail, n, share), upper: binomialQuantile(1 - tail, n, share) + 1 }
}

/**
 * The exact interval of a quantile from values sorted in ascending order. A side on which there are too few
 * values is infinite.
 */
export function quantileInterval(sorted: ArrayLike<number>, share: number, confidence = 0.95): Interval {
  const ranks = quantileRanks(sorted.length, share, confidence)
  return {
    lower: sorted[ranks.lower - 1] ?? -Infinity,
    upper: sorted[ranks.upper - 1] ?? Infinity,
  }
}
