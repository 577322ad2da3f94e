import { requirePositive, requireProbability } from '../argument.ts'
import { incompleteBeta } from '../special/incomplete-beta.ts'
import { invert } from '../special/invert.ts'
import type { Tails } from '../special/tails.ts'
import { normalCdf, normalQuantile } from './normal.ts'

// Beyond these degrees of freedom the distribution equals the normal one in every digit of a double that
// matters.
const normalFrom = 1e10

/** The probability that a Student t variable with `freedom` > 0 degrees of freedom is at most x. */
export function studentCdf(x: number, freedom: number): number {
  requirePositive('freedom', freedom)
  return x < 0 ? tailsBeyond(-x, freedom).upper : tailsBeyond(x, freedom).lower
}

/** The probability that a Student t variable exceeds x. */
export function studentSurvival(x: number, freedom: number): number {
  return studentCdf(-x, freedom)
}

/** The point a Student t variable stays below with probability p in [0, 1]. */
export function studentQuantile(p: number, freedom: number): number {
  requireProbability('p', p)
  requirePositive('freedom', freedom)
  if (p === 0 || p === 1) return p === 0 ? -Infinity : Infinity
  if (p === 0.5) return 0
  if (freedom >= normalFrom) return normalQuantile(p)
  // On the scale -ln(-x) of the lower half, where the tail to match is the small one.
  const place = invert((u) => swap(tailsBeyond(Math.exp(-u), freedom)), Math.min(p, 1 - p), -350, 350)
  const beyond = Math.exp(-place)
  return p < 0.5 ? -beyond : beyond
}

/** Both tails at x >= 0. */
function tailsBeyond(x: number, freedom: number): Tails {
  if (Number.isNaN(x)) return { lower: Number.NaN, upper: Number.NaN }
  if (freedom >= normalFrom) return { lower: normalCdf(x), upper: normalCdf(-x) }
  const square = (x * x) / freedom
  if (square === Infinity) return { lower: 1, upper: 0 }
  const share = incompleteBeta(0.5, freedom / 2, square / (1 + square), 1 / (1 + square))
  return { lower: 0.5 + share.lower / 2, upper: share.upper / 2 }
}

function swap({ lower, upper }: Tails): Tails {
  return { lower: upper, upper: lower }
}
