import { requireShare } from '../argument.ts'
import { normalQuantile } from '../distribution/normal.ts'
import type { ReliabilityBin } from '../metrics/reliability.ts'
import type { Interval } from './interval.ts'
import { scoreInterval } from './wilson.ts'

/** A bin of a reliability diagram with Wilson's interval of how often the positive class comes in it. */
export interface ReliabilityPoint extends ReliabilityBin {
  readonly interval: Interval
}

/**
 * A reliability diagram with an interval for each bin (see `reliability`). Each covers with the confidence for itself:
 * of twenty bins of a calibrated model one will miss the diagonal at 0.95.
 *
 * @example
 * ```ts
 * const [bin] = reliabilityIntervals(reliability([0.2, 0.2, 0.9], [0, 1, 1]))
 * bin?.interval // { lower: 0.095, upper: 0.905 }
 * ```
 */
export function reliabilityIntervals(bins: readonly ReliabilityBin[], confidence = 0.95): ReliabilityPoint[] {
  requireShare('confidence', confidence)
  const z = normalQuantile((1 + confidence) / 2)
  return bins.map((bin) => ({ ...bin, interval: scoreInterval(bin.meanOutcome, bin.n, z) }))
}
