import { requireShare } from '../argument.ts'
import { normalQuantile } from '../distribution/normal.ts'
import { requireSuccesses } from './clopper-pearson.ts'
import { anyShare, type Interval } from './interval.ts'

/**
 * The score interval of a proportion (E. B. Wilson, 1927): close to its confidence on average, never outside
 * [0, 1], of some width even at 0 of n.
 *
 * @example
 * ```ts
 * wilsonInterval(7, 10) // { lower: 0.3968, upper: 0.8922 }
 * ```
 */
export function wilsonInterval(successes: number, n: number, confidence = 0.95): Interval {
  requireSuccesses(successes, n)
  requireShare('confidence', confidence)
  if (n === 0) return anyShare
  return scoreInterval(successes / n, n, normalQuantile((1 + confidence) / 2))
}

/**
 * Wilson's interval around a share of n rows, at z standard errors. An effective number of rows need not be
 * whole.
 */
export function scoreInterval(share: number, n: number, z: number): Interval {
  const weight = (z * z) / n
  const centre = (share + weight / 2) / (1 + weight)
  const half = (Math.sqrt((share * (1 - share)) / n + weight / (4 * n)) * z) / (1 + weight)
  return {
    lower: share === 0 ? 0 : Math.max(0, centre - half),
    upper: share === 1 ? 1 : Math.min(1, centre + half),
  }
}
