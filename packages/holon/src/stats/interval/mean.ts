import { requireShare } from '../argument.ts'
import { studentQuantile } from '../distribution/student-t.ts'
import { type Moments, variance } from '../moments.ts'
import { anyNumber, type Interval } from './interval.ts'

/**
 * Student's t interval for a mean. Exact for normal values, and good for a mean of many others; fewer than
 * two values say nothing.
 *
 * @example
 * ```ts
 * meanInterval(momentsOf([4, 5, 6])) // { lower: 2.516, upper: 7.484 }
 * ```
 */
export function meanInterval(moments: Moments, confidence = 0.95): Interval {
  requireShare('confidence', confidence)
  if (moments.n < 2) return anyNumber
  const half = studentQuantile((1 + confidence) / 2, moments.n - 1) * Math.sqrt(variance(moments) / moments.n)
  return { lower: moments.mean - half, upper: moments.mean + half }
}
