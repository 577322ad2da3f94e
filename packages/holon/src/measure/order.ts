import type { Statistics } from '../spec/measure.ts'
import { quantileRanks } from '../stats/interval/quantile.ts'

/**
 * The q-quantile of n values and its 95 % bounds from the few values at the ranks that matter. `at` gives the value at
 * a rank of the sorted values, from 1 to n, and undefined outside. Quantile by linear interpolation (R. J. Hyndman,
 * Y. Fan, 1996, type 7), which needs the ranks around 1 + (n - 1) q; bounds at the ranks of `quantileRanks`.
 */
export function orderStatistics(q: number, n: number, at: (rank: number) => number | undefined): Statistics {
  if (n === 0) return { kind: 'order', n, value: null, low: null, high: null }
  const place = 1 + (n - 1) * q
  const below = at(Math.floor(place)) ?? Number.NaN
  const above = at(Math.ceil(place)) ?? Number.NaN
  const value = below + (above - below) * (place - Math.floor(place))
  const ranks = quantileRanks(n, q)
  return { kind: 'order', n, value, low: at(ranks.lower) ?? null, high: at(ranks.upper) ?? null }
}
