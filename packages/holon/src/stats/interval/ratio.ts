import { requireShare } from '../argument.ts'
import { studentQuantile } from '../distribution/student-t.ts'
import type { PairMoments } from '../moments.ts'
import { anyNumber, type Interval } from './interval.ts'

/**
 * The interval of a ratio of sums, sum x / sum y over independent units (orders per visit, measured per
 * person): delta method, with Student's t at n - 1 degrees of freedom. Says nothing for fewer than two units
 * or where y sums to 0.
 */
export function ratioInterval(moments: PairMoments, confidence = 0.95): Interval {
  requireShare('confidence', confidence)
  if (moments.n < 2 || moments.meanY === 0) return anyNumber
  const ratio = moments.meanX / moments.meanY
  const half = studentQuantile((1 + confidence) / 2, moments.n - 1) * Math.sqrt(ratioVariance(moments))
  return { lower: ratio - half, upper: ratio + half }
}

/** The variance of the ratio of means x / y, by the delta method with unbiased (co)variances. */
export function ratioVariance(moments: PairMoments): number {
  const { n, meanX, meanY, squaresX, squaresY, products } = moments
  const ratio = meanX / meanY
  const squares = squaresX - 2 * ratio * products + ratio * ratio * squaresY
  return Math.max(0, squares) / ((n - 1) * n * meanY * meanY)
}
