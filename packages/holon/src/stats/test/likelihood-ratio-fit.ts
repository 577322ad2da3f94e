import { requirePaired } from '../argument.ts'
import { chiSquareSurvival } from '../distribution/chi-square.ts'
import type { TestResult } from './test-result.ts'

/** The likelihood-ratio (G) test of counts against expected shares. `weights` need not sum to 1. */
export function likelihoodRatioFit(counts: readonly number[], weights: readonly number[]): TestResult {
  requirePaired(counts, weights)
  const total = counts.reduce((sum, count) => sum + count, 0)
  const totalWeight = weights.reduce((sum, weight) => sum + weight, 0)
  let statistic = 0
  for (const [i, count] of counts.entries()) {
    const expected = (total * (weights[i] ?? 0)) / totalWeight
    if (count > 0) statistic += 2 * count * Math.log(count / expected)
  }
  const possible = weights.filter((weight) => weight > 0).length
  return { statistic, pValue: possible < 2 ? 1 : chiSquareSurvival(Math.max(0, statistic), possible - 1) }
}
