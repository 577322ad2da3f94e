import type { Measure, Statistics } from '../spec/measure.ts'
import { aucInterval } from '../stats/interval/auc.ts'
import { calibrationErrorInterval } from '../stats/interval/calibration-error.ts'
import type { Interval } from '../stats/interval/interval.ts'
import { meanInterval } from '../stats/interval/mean.ts'
import { meanShareInterval } from '../stats/interval/mean-share.ts'
import { ratioInterval } from '../stats/interval/ratio.ts'
import { wilsonInterval } from '../stats/interval/wilson.ts'
import { calibrationError } from '../stats/metrics/reliability.ts'
import { momentsFromSums, pairMomentsFromSums } from '../stats/moments.ts'

/** What the evidence says of a measure. */
export interface Estimate {
  /** Null when nothing was observed that has a value. */
  readonly value: number | null
  /** Range of the true value at 95 % confidence; null when there is too little to bound it on both sides. */
  readonly interval: readonly [number, number] | null
  /** Number of observations. */
  readonly n: number
}

/** Equal values bound nothing until there are this many: by the rule of three, a tenth of the rest may differ. */
const enoughEqual = 30

/**
 * The value of a measure and its 95 % interval from its statistics.
 *
 * - rate: Wilson; per person or episode Wilson over the shares' effective number (`meanShareInterval`).
 * - mean: Student t. ratio: delta method over observations. For both, no interval below two observations, nor below
 *   thirty when all are equal, for equal values show no spread and yet prove little.
 * - count, sum: what happened in the rows is known, not estimated: the interval is the value itself.
 * - quantile: order statistics. auc: Hanley and McNeil's error by Newcombe's method. calibrationError: noise of the bins.
 */
export function estimate(measure: Measure, statistics: Statistics): Estimate {
  switch (statistics.kind) {
    case 'count':
      return total(statistics.n, statistics.n)
    case 'moments':
      return ofMoments(measure, statistics)
    case 'ratio':
      return ofRatio(statistics)
    case 'order':
      return ofOrder(statistics)
    case 'auc':
      return ofAuc(statistics)
    case 'bins':
      return ofBins(statistics)
  }
}

type Of<Kind extends Statistics['kind']> = Extract<Statistics, { kind: Kind }>

function ofMoments(measure: Measure, { n, sum, squares }: Of<'moments'>): Estimate {
  if (measure.op === 'sum') return total(sum, n)
  if (n === 0) return nothing(n)
  const moments = momentsFromSums({ n, sum, sumSquares: squares })
  if (measure.op !== 'rate')
    return stated(moments.mean, n, spread(moments.squares, squares, n) && meanInterval(moments))
  return stated(
    moments.mean,
    n,
    measure.per === 'decision' ? wilsonInterval(sum, n) : meanShareInterval(moments),
  )
}

function ofRatio({ n, x, y, xx, yy, xy }: Of<'ratio'>): Estimate {
  if (n === 0 || y === 0) return nothing(n)
  const ratio = x / y
  const moments = pairMomentsFromSums({ n, sumX: x, sumY: y, sumXX: xx, sumYY: yy, sumXY: xy })
  const residual = xx - 2 * ratio * xy + ratio * ratio * yy
  return stated(ratio, n, spread(residual, xx + ratio * ratio * yy, n) && ratioInterval(moments))
}

function ofOrder({ n, value, low, high }: Of<'order'>): Estimate {
  return { value, interval: low === null || high === null ? null : [low, high], n }
}

function ofAuc({ positives, negatives, u }: Of<'auc'>): Estimate {
  const n = positives + negatives
  if (positives === 0 || negatives === 0) return nothing(n)
  const area = u / (positives * negatives)
  return stated(area, n, aucInterval(area, positives, negatives))
}

function ofBins({ bins }: Of<'bins'>): Estimate {
  const n = bins.reduce((sum, bin) => sum + bin.n, 0)
  if (n === 0) return nothing(n)
  const curve = bins.map(({ n, score, positives }) => ({
    n,
    meanProbability: score / n,
    meanOutcome: positives / n,
  }))
  return stated(calibrationError(curve), n, calibrationErrorInterval(curve))
}

/** Whether values spread beyond rounding, or are equal and many. `scale` is the size of what `squares` was taken from. */
function spread(squares: number, scale: number, n: number): boolean {
  return squares > 1e-12 * scale || n >= enoughEqual
}

function nothing(n: number): Estimate {
  return { value: null, interval: null, n }
}

function total(value: number, n: number): Estimate {
  return stated(value, n, n > 0 && { lower: value, upper: value })
}

function stated(value: number, n: number, interval: Interval | false): Estimate {
  if (!Number.isFinite(value)) return nothing(n)
  if (!interval || !Number.isFinite(interval.lower) || !Number.isFinite(interval.upper))
    return { value, interval: null, n }
  return { value, interval: [interval.lower, interval.upper], n }
}
