import { requirePositive, requireShare } from '../argument.ts'
import { noncentralTCdf } from '../distribution/noncentral-t.ts'
import { studentQuantile } from '../distribution/student-t.ts'
import { findRoot } from '../special/root.ts'
import type { Alternative } from './test-result.ts'

/** A planned t test of two arms of equal size and equal variance per unit. */
export interface StudentPlan {
  readonly variance: number
  readonly alpha?: number
  readonly alternative?: Alternative
}

const mostUnits = 1e12

/** The power to find this effect with so many units over both arms. */
export function studentPower(plan: StudentPlan, effect: number, units: number): number {
  const { alpha = 0.05, alternative = 'two-sided', variance } = plan
  requireShare('alpha', alpha)
  requirePositive('variance', variance)
  const freedom = units - 2
  const shift = effect / Math.sqrt((4 * variance) / units)
  const critical = -studentQuantile(alternative === 'two-sided' ? alpha / 2 : alpha, freedom)
  const above = 1 - noncentralTCdf(critical, freedom, shift)
  const below = noncentralTCdf(-critical, freedom, shift)
  return alternative === 'greater' ? above : alternative === 'less' ? below : above + below
}

/**
 * The units over both arms, rounded up, that find this effect with the wanted power; Infinity where 1e12 do
 * not.
 */
export function studentUnits(plan: StudentPlan, effect: number, power = 0.8): number {
  requireShare('power', power)
  const lack = (units: number): number => power - studentPower(plan, effect, units)
  let low = 2.01
  let high = 4
  while (lack(high) > 0) {
    if (high > mostUnits) return Infinity
    low = high
    high *= 2
  }
  return Math.ceil(findRoot(lack, low, high) - 1e-9)
}

/** The size of the smallest effect that so many units find with the wanted power. */
export function studentEffect(plan: StudentPlan, units: number, power = 0.8): number {
  requireShare('power', power)
  const sign = plan.alternative === 'less' ? -1 : 1
  const unit = Math.sqrt((4 * plan.variance) / units)
  return unit * sign * findRoot((z) => studentPower(plan, sign * z * unit, units) - power, 0, 100)
}
