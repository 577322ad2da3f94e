import { requireShare } from '../argument.ts'
import { normalQuantile } from '../distribution/normal.ts'
import type { Interval } from '../interval/interval.ts'
import type { Arrived } from './arrival-curve.ts'

/** What answers have changed so far, and how much of it has arrived. */
export interface DelayedSums {
  /** Sum over decisions of what their answers have changed, and of its squares. */
  readonly sum: number
  readonly squares: number
  readonly arrived: Arrived
  /** Every decision changes by a number from 0 to 1, or every one by a number from -1 to 0. */
  readonly isShare: boolean
}

/** What all answers will have changed, per decision. */
export interface DelayedMean {
  readonly mean: number
  /** Null where what has arrived does not bound it on both sides. */
  readonly interval: Interval | null
}

/**
 * The mean of an outcome whose answers are still coming: what they have changed so far over how much of it must have arrived
 * by now, sum U / sum F(age). It holds where answers to new decisions take as long as those to the old ones that F was seen
 * from did (O. Chapelle, Modeling delayed feedback in display advertising, 2014, weights conversions alike).
 *
 * Interval of a share p: all p for which sum U is within z standard errors of p sum F, its variance being that of draws with
 * probability p F(age) (E. B. Wilson, 1927: it is his interval where all have arrived) plus p squared times the variance of
 * sum F (E. C. Fieller, 1954), as both are independent. Of other numbers the same with the squares that were seen.
 *
 * Undefined where nothing has arrived.
 *
 * @example
 * ```ts
 * const arrived = { sum: 100, squares: 80, variance: 25 }
 * delayedMean({ sum: 4, squares: 4, arrived, isShare: true })?.mean // 0.04
 * ```
 */
export function delayedMean(sums: DelayedSums, confidence = 0.95): DelayedMean | undefined {
  requireShare('confidence', confidence)
  const { arrived, isShare } = sums
  if (!(arrived.sum > 0)) return undefined
  const mean = sums.sum / arrived.sum
  const z = normalQuantile((1 + confidence) / 2)
  return { mean, interval: isShare ? ofShare(sums, z) : ofNumbers(sums, z) }
}

function ofShare({ sum, squares, arrived }: DelayedSums, z: number): Interval | null {
  const size = Math.abs(sum)
  const spread = size > 0 ? squares / size : 1
  const linear = (2 * size + z * z * spread) * arrived.sum
  const { lower, upper } = roots(leading(arrived, z), linear, size * size)
  const [low, high] = [Math.max(0, lower), Math.min(1, upper)]
  return sum < 0 ? { lower: -high, upper: -low } : { lower: low, upper: high }
}

function ofNumbers({ sum, squares, arrived }: DelayedSums, z: number): Interval | null {
  if (squares === 0) return null
  const found = roots(leading(arrived, z), 2 * sum * arrived.sum, sum * sum - z * z * squares)
  return Number.isFinite(found.lower) && Number.isFinite(found.upper) ? found : null
}

const leading = ({ sum, squares, variance }: Arrived, z: number): number =>
  sum * sum + z * z * (squares - variance)

/** Where a x² - b x + c is not above 0; without an upper end where it falls for ever. */
function roots(a: number, b: number, c: number): Interval {
  if (!(a > 0)) return { lower: Number.isFinite(a) ? lowest(a, b, c) : -Infinity, upper: Infinity }
  const root = Math.sqrt(Math.max(0, b * b - 4 * a * c))
  return { lower: (b - root) / (2 * a), upper: (b + root) / (2 * a) }
}

/** The end from which on it holds, for b and c of shares, which are not below 0. */
const lowest = (a: number, b: number, c: number): number =>
  c < 0 || b <= 0 ? -Infinity : (2 * c) / (b + Math.sqrt(b * b - 4 * a * c))
