import { requireSuccesses } from '../interval/clopper-pearson.ts'
import { ratioVariance } from '../interval/ratio.ts'
import { type Moments, type PairMoments, variance } from '../moments.ts'

/** One arm of an experiment: its units, their mean and the variance of one unit. */
export interface Arm {
  readonly n: number
  readonly mean: number
  readonly variance: number
}

/** An arm whose measure is a mean over units. */
export function meanArm(moments: Moments): Arm {
  return { n: moments.n, mean: moments.mean, variance: variance(moments) }
}

/** An arm whose measure is a share of units; its variance is p (1 - p). */
export function proportionArm(successes: number, n: number): Arm {
  requireSuccesses(successes, n)
  const mean = n === 0 ? Number.NaN : successes / n
  return { n, mean, variance: mean * (1 - mean) }
}

/** An arm whose measure is a ratio of sums, x over y; its variance by the delta method. */
export function ratioArm(moments: PairMoments): Arm {
  const mean = moments.meanX / moments.meanY
  return { n: moments.n, mean, variance: moments.n * ratioVariance(moments) }
}
