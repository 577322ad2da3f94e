import { requirePaired } from '../argument.ts'

/**
 * The first Wasserstein distance of two weighted samples: how far one must be moved, mass times distance, to
 * become the other; the area between their distribution functions. In the unit of the values.
 */
export function wasserstein(
  u: readonly number[],
  v: readonly number[],
  uWeights?: readonly number[],
  vWeights?: readonly number[],
): number {
  const points = [...signed(u, uWeights, 1), ...signed(v, vWeights, -1)].sort((a, b) => a.at - b.at)
  let ahead = 0
  let area = 0
  for (const [i, { at, mass }] of points.entries()) {
    ahead += mass
    area += Math.abs(ahead) * ((points[i + 1]?.at ?? at) - at)
  }
  return area
}

function signed(values: readonly number[], weights: readonly number[] | undefined, sign: 1 | -1) {
  requirePaired(values, weights ?? values)
  const total = weights?.reduce((sum, weight) => sum + weight, 0) ?? values.length
  return values.map((at, i) => ({ at, mass: (sign * (weights?.[i] ?? 1)) / total }))
}
