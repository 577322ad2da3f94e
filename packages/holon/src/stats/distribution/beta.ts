import { requirePositive, requireProbability } from '../argument.ts'
import { incompleteBeta } from '../special/incomplete-beta.ts'
import { invert } from '../special/invert.ts'

/** The probability that a beta variable with parameters a, b > 0 is at most x. */
export function betaCdf(x: number, a: number, b: number): number {
  requirePositive('a', a)
  requirePositive('b', b)
  return incompleteBeta(a, b, x).lower
}

/** The probability that a beta variable exceeds x. */
export function betaSurvival(x: number, a: number, b: number): number {
  requirePositive('a', a)
  requirePositive('b', b)
  return incompleteBeta(a, b, x).upper
}

/** The point a beta variable stays below with probability p in [0, 1]. */
export function betaQuantile(p: number, a: number, b: number): number {
  requireProbability('p', p)
  requirePositive('a', a)
  requirePositive('b', b)
  if (p === 0 || p === 1) return p
  const logit = invert((u) => incompleteBeta(a, b, logistic(u), logistic(-u)), p, -745, 745)
  return logistic(logit)
}

function logistic(u: number): number {
  return 1 / (1 + Math.exp(-u))
}
