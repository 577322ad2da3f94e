import { requireShare } from '../argument.ts'
import { studentCdf, studentQuantile, studentSurvival } from '../distribution/student-t.ts'
import type { Interval } from '../interval/interval.ts'
import type { Alternative } from '../test/test-result.ts'
import type { Effect } from './effect.ts'

/** An effect's interval and p-value. A one-sided interval is open on the other side. */
export interface EffectTest {
  readonly interval: Interval
  readonly pValue: number
}

/** How to test an effect. */
export interface EffectTestOptions {
  readonly alpha?: number
  readonly alternative?: Alternative
}

/** Student's t test of an effect that is looked at once, when the planned sample is complete. */
export function fixedSampleTest(effect: Effect, options: EffectTestOptions = {}): EffectTest {
  const { alpha = 0.05, alternative = 'two-sided' } = options
  requireShare('alpha', alpha)
  const { estimate, deviation, freedom } = effect
  const statistic = estimate / deviation
  const tail = alternative === 'two-sided' ? alpha / 2 : alpha
  const half = -studentQuantile(tail, freedom) * deviation
  return {
    interval: {
      lower: alternative === 'less' ? -Infinity : estimate - half,
      upper: alternative === 'greater' ? Infinity : estimate + half,
    },
    pValue: studentPValue(statistic, freedom, alternative),
  }
}

/** The p-value of a t statistic. */
export function studentPValue(statistic: number, freedom: number, alternative: Alternative): number {
  if (alternative === 'greater') return studentSurvival(statistic, freedom)
  if (alternative === 'less') return studentCdf(statistic, freedom)
  return 2 * studentSurvival(Math.abs(statistic), freedom)
}
