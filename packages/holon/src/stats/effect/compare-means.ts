import { requireShare } from '../argument.ts'
import { studentQuantile } from '../distribution/student-t.ts'
import type { Interval } from '../interval/interval.ts'
import type { Alternative } from '../test/test-result.ts'
import type { Arm } from './arm.ts'
import { welchFreedom } from './effect.ts'
import { studentPValue } from './fixed-sample.ts'

/** How to compare two arms. */
export interface ComparisonOptions {
  readonly confidence?: number
  readonly alternative?: Alternative
  /** Take one variance for both arms, instead of Welch's two. */
  readonly equalVariances?: boolean
  /** Take the normal distribution in place of Student's. */
  readonly normal?: boolean
}

/** Treatment against control, as a difference and as a share of control. */
export interface Comparison {
  readonly effect: number
  readonly interval: Interval
  readonly relative: number
  readonly relativeInterval: Interval
  readonly statistic: number
  readonly pValue: number
}

/**
 * Compares two means by a t test of their difference. The relative interval comes from the logarithm of their
 * ratio, so it never reaches below -1; it is NaN where the means differ in sign.
 */
export function compareMeans(control: Arm, treatment: Arm, options: ComparisonOptions = {}): Comparison {
  const { alternative = 'two-sided' } = options
  const effect = treatment.mean - control.mean
  const difference = spread(control, treatment, options)
  const ratio = treatment.mean / control.mean
  const logs = spread(inShares(control), inShares(treatment), options)
  const reach = reachOf(difference.freedom, options) * difference.deviation
  const logReach = reachOf(logs.freedom, options) * logs.deviation
  const statistic = effect / difference.deviation
  return {
    effect,
    interval: oneEnded(effect - reach, effect + reach, alternative),
    relative: ratio - 1,
    relativeInterval: oneEnded(ratio * Math.exp(-logReach) - 1, ratio * Math.exp(logReach) - 1, alternative),
    statistic,
    pValue: studentPValue(statistic, difference.freedom, alternative),
  }
}

interface Spread {
  readonly deviation: number
  readonly freedom: number
}

function spread(control: Arm, treatment: Arm, options: ComparisonOptions): Spread {
  const together = control.n + treatment.n - 2
  const pooled = ((control.n - 1) * control.variance + (treatment.n - 1) * treatment.variance) / together
  const [a, b] = options.equalVariances ? [pooled, pooled] : [control.variance, treatment.variance]
  const freedom = options.equalVariances ? together : welchFreedom(control, treatment)
  return {
    deviation: Math.sqrt(a / control.n + b / treatment.n),
    // Student's distribution is the normal one in the limit.
    freedom: options.normal ? 1e15 : freedom,
  }
}

/** An arm in units of its own mean: the variance of the logarithm of the mean, by the delta method. */
function inShares({ n, mean, variance }: Arm): Arm {
  return { n, mean: 1, variance: variance / (mean * mean) }
}

function reachOf(
  freedom: number,
  { confidence = 0.95, alternative = 'two-sided' }: ComparisonOptions,
): number {
  requireShare('confidence', confidence)
  return studentQuantile(alternative === 'two-sided' ? (1 + confidence) / 2 : confidence, freedom)
}

function oneEnded(lower: number, upper: number, alternative: Alternative): Interval {
  return {
    lower: alternative === 'less' ? -Infinity : lower,
    upper: alternative === 'greater' ? Infinity : upper,
  }
}
