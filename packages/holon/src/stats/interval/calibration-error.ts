import { requireShare } from '../argument.ts'
import { normalQuantile } from '../distribution/normal.ts'
import type { Interval } from './interval.ts'

/** Rows whose scores fell into one bin. */
export interface ScoreBin {
  readonly n: number
  /** Sum of the scores. */
  readonly score: number
  readonly positives: number
}

/** The expected calibration error: the mean over rows of |mean score - share of positives| of their bin; NaN without rows. */
export function calibrationErrorOf(bins: readonly ScoreBin[]): number {
  const n = bins.reduce((sum, bin) => sum + bin.n, 0)
  return bins.reduce((sum, bin) => sum + Math.abs(bin.score - bin.positives), 0) / n
}

/**
 * The interval of an expected calibration error from its bins.
 *
 * Chance alone makes the observed error too large, never too small on average, so the two sides differ. Below: what
 * the noise of the bins can add at most, by the triangle inequality a sum of half-normal variables. Above: the normal
 * margin of the sum, whose variance is at most that of the bins. Shares are shrunk by one row of each kind, so that a bin of
 * equal labels is not without noise. Covers at least its confidence from about a hundred rows on.
 */
export function calibrationErrorInterval(bins: readonly ScoreBin[], confidence = 0.95): Interval {
  requireShare('confidence', confidence)
  const filled = bins.filter((bin) => bin.n > 0)
  if (filled.length === 0) return { lower: 0, upper: 1 }
  const n = filled.reduce((sum, bin) => sum + bin.n, 0)
  const deviations = filled.map((bin) => deviation(bin) / n)
  const total = deviations.reduce((sum, one) => sum + one, 0)
  const variance = deviations.reduce((sum, one) => sum + one * one, 0)
  const z = normalQuantile((1 + confidence) / 2)
  const error = calibrationErrorOf(filled)
  const noise = total * Math.sqrt(2 / Math.PI) + z * Math.sqrt(variance * (1 - 2 / Math.PI))
  return { lower: Math.max(0, error - noise), upper: Math.min(1, error + z * Math.sqrt(variance)) }
}

/** The standard deviation of the number of positives of a bin. */
function deviation({ n, positives }: ScoreBin): number {
  const share = (positives + 1) / (n + 2)
  return Math.sqrt(n * share * (1 - share))
}
