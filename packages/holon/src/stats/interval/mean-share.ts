import { requireShare } from '../argument.ts'
import { normalQuantile } from '../distribution/normal.ts'
import { studentQuantile } from '../distribution/student-t.ts'
import { type Moments, variance } from '../moments.ts'
import { anyShare, type Interval } from './interval.ts'
import { scoreInterval } from './wilson.ts'

/**
 * The interval of a mean of independent shares, each in [0, 1], such as one share per person: Wilson's
 * interval at the number of all-or-nothing rows that would vary as much as these shares do, reduced by
 * Student's t for having estimated it (E. L. Korn, B. I. Graubard, 1998, with Wilson's interval for the exact
 * one). Shares that do not vary at all count as all-or-nothing rows, so that a handful of equal ones is never
 * certainty.
 *
 * @example
 * ```ts
 * meanShareInterval(momentsOf([1, 1, 1])) // { lower: 0.4385, upper: 1 }
 * ```
 */
export function meanShareInterval(moments: Moments, confidence = 0.95): Interval {
  requireShare('confidence', confidence)
  if (moments.n === 0) return anyShare
  const level = (1 + confidence) / 2
  const z = normalQuantile(level)
  const share = Math.min(1, Math.max(0, moments.mean))
  return scoreInterval(share, effectiveRows(moments, share, z, level), z)
}

function effectiveRows(moments: Moments, share: number, z: number, level: number): number {
  const { n } = moments
  const largest = share * (1 - share)
  const observed = variance(moments)
  // Below this the variance is rounding, not spread.
  if (!(observed > 1e-12 * largest)) return n
  return (largest / (observed / n)) * (z / studentQuantile(level, n - 1)) ** 2
}
