import { requireCount } from '../argument.ts'
import { requireLabelled } from './labelled.ts'

/** One stretch of probabilities, and how often the positive class came. */
export interface ReliabilityBin {
  readonly n: number
  readonly meanProbability: number
  readonly meanOutcome: number
}

/**
 * The reliability curve: rows in bins of probability, empty bins left out. `edges` are the upper ends of the
 * bins in ascending order, each belonging to its bin; see `equalWidthEdges` and `quantileEdges`. On the
 * diagonal the model is calibrated.
 */
export function reliability(
  probabilities: ArrayLike<number>,
  labels: ArrayLike<number>,
  edges: readonly number[] = equalWidthEdges(10),
): ReliabilityBin[] {
  requireLabelled(probabilities, labels)
  const bins = edges.map(() => ({ n: 0, probability: 0, outcome: 0 }))
  for (let i = 0; i < labels.length; i += 1) {
    const p = probabilities[i] ?? Number.NaN
    const bin = bins[Math.min(bins.length - 1, binOf(edges, p))]
    if (bin === undefined) continue
    bin.n += 1
    bin.probability += p
    bin.outcome += labels[i] ?? Number.NaN
  }
  return bins
    .filter((bin) => bin.n > 0)
    .map(({ n, probability, outcome }) => ({
      n,
      meanProbability: probability / n,
      meanOutcome: outcome / n,
    }))
}

/** Upper ends of bins of equal width on [0, 1]. */
export function equalWidthEdges(bins: number): number[] {
  requireCount('bins', bins, 1)
  return Array.from({ length: bins }, (_, i) => (i + 1) / bins)
}

/**
 * Upper ends of bins that hold about equally many of these probabilities (quantiles by linear interpolation).
 */
export function quantileEdges(probabilities: ArrayLike<number>, bins: number): number[] {
  requireCount('bins', bins, 1)
  const sorted = Float64Array.from(probabilities).sort()
  return Array.from({ length: bins }, (_, i) => interpolatedQuantile(sorted, (i + 1) / bins))
}

/**
 * The expected calibration error: the mean distance between predicted and observed frequency over the bins of
 * a reliability curve, weighted by rows (M. P. Naeini and others, 2015).
 */
export function calibrationError(bins: readonly ReliabilityBin[]): number {
  let n = 0
  let sum = 0
  for (const bin of bins) {
    n += bin.n
    sum += bin.n * Math.abs(bin.meanOutcome - bin.meanProbability)
  }
  return sum / n
}

/** The maximum calibration error: the largest distance between predicted and observed frequency of any bin. */
export function maximumCalibrationError(bins: readonly ReliabilityBin[]): number {
  return bins.reduce((most, bin) => Math.max(most, Math.abs(bin.meanOutcome - bin.meanProbability)), 0)
}

function binOf(edges: readonly number[], p: number): number {
  let low = 0
  let high = edges.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((edges[middle] ?? Infinity) >= p) high = middle
    else low = middle + 1
  }
  return low
}

function interpolatedQuantile(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1)
  const below = Math.floor(place)
  const low = sorted[below] ?? Number.NaN
  const high = sorted[below + 1] ?? low
  return low + (place - below) * (high - low)
}
