import { HolonError } from '../../spec/error.ts'
import { chiSquareSurvival } from '../distribution/chi-square.ts'
import type { TestResult } from '../test/test-result.ts'

/** One stratum, such as a department: positive answers and all cases of two groups. */
export interface Stratum {
  readonly first: { readonly positive: number; readonly n: number }
  readonly second: { readonly positive: number; readonly n: number }
}

/**
 * The test that two groups are treated alike within all strata (N. Mantel, W. Haenszel, 1959), with the
 * correction for continuity. The statistic is chi-square with one degree of freedom.
 */
export function mantelHaenszelTest(strata: readonly Stratum[]): TestResult {
  let distance = 0
  let variance = 0
  for (const { first, second } of strata) {
    const n = first.n + second.n
    const positive = first.positive + second.positive
    if (n < 2) continue
    distance += first.positive - (first.n * positive) / n
    variance += (first.n * second.n * positive * (n - positive)) / (n * n * (n - 1))
  }
  const corrected = Math.max(0, Math.abs(distance) - 0.5)
  const statistic = variance === 0 ? 0 : (corrected * corrected) / variance
  return { statistic, pValue: chiSquareSurvival(statistic, 1) }
}

/** The odds of the first group over those of the second, common to all strata (Mantel, Haenszel 1959). */
export function commonOddsRatio(strata: readonly Stratum[]): number {
  let up = 0
  let down = 0
  for (const { first, second } of strata) {
    const n = first.n + second.n
    up += (first.positive * (second.n - second.positive)) / n
    down += ((first.n - first.positive) * second.positive) / n
  }
  return up / down
}

/** The rates of both groups if each had all cases of every stratum: direct standardisation. */
export function standardisedRates(strata: readonly Stratum[]): { first: number; second: number } {
  const total = strata.reduce((sum, { first, second }) => sum + first.n + second.n, 0)
  if (total === 0)
    throw new HolonError('data-invalid', 'there are no cases', 'Give strata with cases in them.')
  const rate = (group: 'first' | 'second'): number =>
    strata.reduce((sum, stratum) => {
      const { positive, n } = stratum[group]
      return sum + ((stratum.first.n + stratum.second.n) * positive) / (n * total)
    }, 0)
  return { first: rate('first'), second: rate('second') }
}
