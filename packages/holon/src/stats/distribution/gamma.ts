import { requirePositive, requireProbability } from '../argument.ts'
import { incompleteGamma } from '../special/incomplete-gamma.ts'
import { invert } from '../special/invert.ts'

/** The probability that a gamma variable of this shape and scale (both > 0) is at most x. */
export function gammaCdf(x: number, shape: number, scale = 1): number {
  requirePositive('shape', shape)
  requirePositive('scale', scale)
  return incompleteGamma(shape, x / scale).lower
}

/** The probability that a gamma variable exceeds x. */
export function gammaSurvival(x: number, shape: number, scale = 1): number {
  requirePositive('shape', shape)
  requirePositive('scale', scale)
  return incompleteGamma(shape, x / scale).upper
}

/** The point a gamma variable stays below with probability p in [0, 1]. */
export function gammaQuantile(p: number, shape: number, scale = 1): number {
  requireProbability('p', p)
  requirePositive('shape', shape)
  requirePositive('scale', scale)
  if (p === 0 || p === 1) return p === 0 ? 0 : Infinity
  return scale * Math.exp(invert((u) => incompleteGamma(shape, Math.exp(u)), p, -745, 709))
}
