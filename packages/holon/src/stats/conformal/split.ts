import { requireShare } from '../argument.ts'

/**
 * Which order statistic of n calibration scores bounds a new one with probability of at least 1 - alpha:
 * `finite-sample` takes the ceil((n + 1)(1 - alpha))-th, `interpolated-higher` the place ceil(level (n - 1))
 * counted from 0 with level (n + 1)(1 - alpha) / n, one step more careful.
 */
export type QuantileRule = 'finite-sample' | 'interpolated-higher'

/**
 * The bound on the score of a new row, from scores of n calibration rows exchangeable with it (V. Vovk and
 * others, Algorithmic Learning in a Random World, 2005). Infinite where n is too small for this alpha.
 *
 * @example
 * ```ts
 * conformalBound([0.1, 0.2, 0.3, 0.4], 0.2) // 0.4
 * ```
 */
export function conformalBound(
  scores: readonly number[],
  alpha: number,
  rule: QuantileRule = 'finite-sample',
): number {
  requireShare('alpha', alpha)
  const sorted = [...scores].sort((a, b) => a - b)
  const n = sorted.length
  // Products such as 20 * 0.95 must not exceed the whole number they stand for.
  const place = (n + 1) * (1 - alpha) - 1e-9
  const index = rule === 'finite-sample' ? Math.ceil(place) - 1 : Math.ceil((place / n) * (n - 1) - 1e-9)
  return place > n ? Infinity : (sorted[index] ?? Infinity)
}

/** The share of rows whose score stays within a bound. */
export function coverage(scores: readonly number[], bound: number): number {
  return scores.filter((score) => score <= bound).length / scores.length
}
