import { requireShare } from '../argument.ts'
import { normalQuantile } from '../distribution/normal.ts'
import { calibrationError, type ReliabilityBin } from '../metrics/reliability.ts'
import { anyShare, type Interval } from './interval.ts'

/**
 * The interval of an expected calibration error from its reliability bins.
 *
 * Chance makes the observed error too large on average, never too small, so the two sides differ. Below: the
 * most that the noise of the bins can add, by the triangle inequality a sum of half-normal variables. Above:
 * the normal margin of that sum, whose variance is at most that of the bins. Observed shares are shrunk by
 * one row of each kind, so that a bin of equal labels is not without noise. Covers at least its confidence
 * from about a hundred rows on.
 *
 * @example
 * ```ts
 * calibrationErrorInterval([{ n: 100, meanProbability: 0.5, meanOutcome: 0.6 }]) // { lower: 0.003, upper: 0.196 }
 * ```
 */
export function calibrationErrorInterval(bins: readonly ReliabilityBin[], confidence = 0.95): Interval {
  requireShare('confidence', confidence)
  const filled = bins.filter((bin) => bin.n > 0)
  if (filled.length === 0) return anyShare
  const n = filled.reduce((sum, bin) => sum + bin.n, 0)
  const deviations = filled.map((bin) => deviation(bin) / n)
  const total = deviations.reduce((sum, one) => sum + one, 0)
  const variance = deviations.reduce((sum, one) => sum + one * one, 0)
  const z = normalQuantile((1 + confidence) / 2)
  const error = calibrationError(filled)
  const noise = total * Math.sqrt(2 / Math.PI) + z * Math.sqrt(variance * (1 - 2 / Math.PI))
  return { lower: Math.max(0, error - noise), upper: Math.min(1, error + z * Math.sqrt(variance)) }
}

/** The standard deviation of the number of positive rows of a bin. */
function deviation({ n, meanOutcome }: ReliabilityBin): number {
  const share = (n * meanOutcome + 1) / (n + 2)
  return Math.sqrt(n * share * (1 - share))
}
