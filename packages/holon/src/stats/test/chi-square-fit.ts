import { HolonError } from '../../spec/error.ts'
import { requirePaired } from '../argument.ts'
import { chiSquareSurvival } from '../distribution/chi-square.ts'
import type { TestResult } from './test-result.ts'

/**
 * Pearson's chi-square test of counts against expected shares (K. Pearson, 1900): sample-ratio mismatch,
 * logged propensities against drawn frequencies. `weights` need not sum to 1; a weight of 0 must have count
 * 0. Counts below about 5 expected make the p-value rough. No counts at all are no evidence: p-value 1.
 *
 * @example
 * ```ts
 * chiSquareFit([53, 47], [1, 1]).pValue // 0.5485
 * ```
 */
export function chiSquareFit(counts: readonly number[], weights: readonly number[]): TestResult {
  requirePaired(counts, weights)
  const total = sum(counts)
  const totalWeight = sum(weights)
  if (
    counts.some((count) => !(count >= 0)) ||
    weights.some((weight) => !(weight >= 0)) ||
    !(totalWeight > 0)
  ) {
    throw new HolonError(
      'input-invalid',
      'a count or weight is negative, or all weights are 0',
      'Give counts and weights of at least 0, and one weight above 0.',
    )
  }
  let statistic = 0
  let possible = 0
  for (const [i, weight] of weights.entries()) {
    const expected = (total * weight) / totalWeight
    const count = counts[i] ?? 0
    if (weight > 0) possible += 1
    else if (count > 0) return { statistic: Infinity, pValue: 0 }
    if (expected > 0) statistic += (count - expected) ** 2 / expected
  }
  return { statistic, pValue: possible < 2 ? 1 : chiSquareSurvival(statistic, possible - 1) }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
