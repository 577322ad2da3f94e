import { requirePositive, requireProbability } from '../argument.ts'
import { incompleteGamma } from '../special/incomplete-gamma.ts'

/** The density of the normal distribution at x. */
export function normalDensity(x: number, mean = 0, deviation = 1): number {
  requirePositive('deviation', deviation)
  const z = (x - mean) / deviation
  return Math.exp(-0.5 * z * z) / (deviation * Math.sqrt(2 * Math.PI))
}

/** The probability that a normal variable is at most x. */
export function normalCdf(x: number, mean = 0, deviation = 1): number {
  requirePositive('deviation', deviation)
  return lowerTail((x - mean) / deviation)
}

/** The probability that a normal variable exceeds x; precise in the far tail, where 1 - cdf is not. */
export function normalSurvival(x: number, mean = 0, deviation = 1): number {
  requirePositive('deviation', deviation)
  return lowerTail((mean - x) / deviation)
}

/**
 * The point a normal variable stays below with probability p in [0, 1].
 *
 * @example
 * ```ts
 * normalQuantile(0.975) // 1.959963984540054
 * ```
 */
export function normalQuantile(p: number, mean = 0, deviation = 1): number {
  requireProbability('p', p)
  requirePositive('deviation', deviation)
  if (p === 0) return -Infinity
  if (p === 1) return Infinity
  const z = p < 0.5 ? standardQuantile(p) : -standardQuantile(1 - p)
  return mean + deviation * z
}

function lowerTail(z: number): number {
  if (Number.isNaN(z)) return Number.NaN
  const { lower, upper } = incompleteGamma(0.5, 0.5 * z * z)
  return z < 0 ? upper / 2 : 0.5 + lower / 2
}

/** For p up to 1/2: Abramowitz & Stegun 26.2.23 (error below 4.5e-4), refined by Halley's method. */
function standardQuantile(p: number): number {
  const t = Math.sqrt(-2 * Math.log(p))
  const top = 2.515517 + t * (0.802853 + t * 0.010328)
  const bottom = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308))
  let z = top / bottom - t
  for (let round = 0; round < 3; round += 1) {
    const error = (lowerTail(z) - p) / normalDensity(z)
    z -= error / (1 + (z * error) / 2)
  }
  return z
}
