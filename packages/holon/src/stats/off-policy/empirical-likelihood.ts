import type { LoggedReward } from './estimators.ts'

/**
 * The reward of a policy under the reweighting of the log that is closest to it, in the Cressie-Read
 * divergence of power -2, among those whose weights average to 1 (N. Karampatziakis, J. Langford, P. Mineiro,
 * Empirical Likelihood for Contextual Bandits, 2020). A pseudo-row of the smallest or largest possible weight
 * makes that average possible; mass that the log leaves over earns its mean reward.
 */
export function empiricalLikelihood(
  rows: readonly LoggedReward[],
  { least = 0, most = Infinity }: { least?: number; most?: number } = {},
): number {
  const sum = (of: (row: LoggedReward) => number): number =>
    rows.reduce((total, row) => total + (row.count ?? 1) * of(row), 0)
  const n = sum(() => 1)
  const weights = sum((row) => row.weight)
  const squares = sum((row) => row.weight ** 2)
  const { constant, slope } = reweighting(n, weights, squares, weights < n ? most : least)
  const value = sum((row) => (constant + slope * row.weight) * row.weight * row.reward) / (1 + n)
  const mass = (constant * weights + slope * squares) / (1 + n)
  return value + Math.max(0, 1 - mass) * (sum((row) => row.reward) / n)
}

/** Each row counts `constant + slope * weight` times. */
function reweighting(
  n: number,
  weights: number,
  squares: number,
  pseudo: number,
): { constant: number; slope: number } {
  if (pseudo === Infinity) return { constant: (1 + n) / n, slope: 0 }
  const first = (pseudo + weights) / (1 + n)
  const second = (pseudo * pseudo + squares) / (1 + n)
  const spread = second - first * first
  // Weights that are all 1 need no reweighting.
  if (spread <= 0) return { constant: 1, slope: 0 }
  return { constant: (second - first) / spread, slope: (1 - first) / spread }
}
