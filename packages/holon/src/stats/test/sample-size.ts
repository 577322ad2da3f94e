import { requirePositive, requireShare } from '../argument.ts'
import { normalQuantile } from '../distribution/normal.ts'
import type { Alternative } from './test-result.ts'

/** A planned comparison by a z-test of a difference. */
export interface Plan {
  /** The smallest difference worth finding, in the unit of the measure. */
  readonly difference: number
  readonly alpha?: number
  readonly power?: number
  readonly alternative?: Alternative
  /** Shares of all units that go to control and to the treatment; half each unless given. */
  readonly control?: number
  readonly treatment?: number
  /** Standard errors from 0 at which a difference counts as found, where the test is another one. */
  readonly reach?: number
}

/** Units needed in all for a measure whose variance per unit is known and equal in both arms. Not rounded. */
export function sampleSizeForMean(plan: Plan, variance: number): number {
  requirePositive('variance', variance)
  const spread = variance / (plan.control ?? 0.5) + variance / (plan.treatment ?? 0.5)
  return sampleSize(plan, spread, spread)
}

/**
 * Units needed in all for a proportion of this baseline: one pooled variance under the null, two under the
 * alternative.
 */
export function sampleSizeForProportion(plan: Plan, baseline: number): number {
  requireShare('baseline', baseline)
  const treated = baseline + plan.difference
  requireShare('baseline + difference', treated)
  const control = plan.control ?? 0.5
  const treatment = plan.treatment ?? 0.5
  const mixed = (control * baseline + treatment * treated) / (control + treatment)
  const underNull = mixed * (1 - mixed) * (1 / control + 1 / treatment)
  const underEffect = (baseline * (1 - baseline)) / control + (treated * (1 - treated)) / treatment
  return sampleSize(plan, underNull, underEffect)
}

/** `spread` is the variance of the difference times the number of units in all. */
function sampleSize(plan: Plan, spreadUnderNull: number, spreadUnderEffect: number): number {
  const { alpha = 0.05, power = 0.8, alternative = 'two-sided' } = plan
  requireShare('alpha', alpha)
  requireShare('power', power)
  requirePositive('size of the difference', Math.abs(plan.difference))
  const critical = plan.reach ?? normalQuantile(1 - (alternative === 'two-sided' ? alpha / 2 : alpha))
  const root = critical * Math.sqrt(spreadUnderNull) + normalQuantile(power) * Math.sqrt(spreadUnderEffect)
  return (root / plan.difference) ** 2
}
