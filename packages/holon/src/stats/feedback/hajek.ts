import { normalQuantile } from '../distribution/normal.ts'
import type { Interval } from '../interval/interval.ts'
import { scoreInterval } from '../interval/wilson.ts'
import { effectiveSampleSize } from '../off-policy/estimators.ts'

/** A value seen of one unit of a population, and the weight with which it stands for others. */
export interface Weighted {
  readonly value: number
  /** One over the probability with which it was seen. */
  readonly weight: number
}

/** A weighted mean, its interval, and how many equally weighted values would say as much. */
export interface WeightedMean {
  readonly value: number
  readonly interval: Interval
  readonly effectiveSampleSize: number
}

/**
 * The mean of values in [lowest, highest] weighted by inverse probability, divided by the sum of weights (J. Hajek, 1971):
 * nearly unbiased, and never outside the range. The interval is Wilson's score interval for as many rows as the
 * linearised variance, sum w^2 (y - mean)^2 / (sum w)^2, is worth, and for no more than the weights are worth: it has
 * width where all values agree.
 */
export function hajekMean(
  rows: readonly Weighted[],
  [lowest, highest]: readonly [number, number],
  confidence: number,
): WeightedMean {
  const weights = rows.reduce((sum, { weight }) => sum + weight, 0)
  const value = rows.reduce((sum, row) => sum + row.weight * row.value, 0) / weights
  const spread = rows.reduce((sum, row) => sum + (row.weight * (row.value - value)) ** 2, 0)
  const size = effectiveSampleSize(rows)
  return hajekFrom({ value, weight: weights, spread, size }, [lowest, highest], confidence)
}

/** What `hajekMean` says from sums: `spread` is the sum of w^2 (y - mean)^2, `size` what the weights are worth. */
export function hajekFrom(
  { value, weight, spread, size }: HajekSums,
  [lowest, highest]: readonly [number, number],
  confidence: number,
): WeightedMean {
  const binary = (value - lowest) * (highest - value)
  const worth = spread > 0 ? (binary * weight * weight) / spread : size
  const interval = rangeInterval(value, Math.min(worth, size), [lowest, highest], confidence)
  return { value, interval, effectiveSampleSize: size }
}

interface HajekSums {
  readonly value: number
  readonly weight: number
  readonly spread: number
  readonly size: number
}

/** Wilson's interval for a mean in a range that is worth `size` rows. */
export function rangeInterval(
  value: number,
  size: number,
  [lowest, highest]: readonly [number, number],
  confidence: number,
): Interval {
  const width = highest - lowest
  const share = Math.min(1, Math.max(0, (value - lowest) / width))
  const { lower, upper } = scoreInterval(share, size, normalQuantile((1 + confidence) / 2))
  return { lower: lowest + lower * width, upper: lowest + upper * width }
}
