import { HolonError } from '../../spec/error.ts'
import { requireCount, requirePositive } from '../argument.ts'
import { findRoot } from '../special/root.ts'
import { type Plan, sampleSizeForMean, sampleSizeForProportion } from '../test/sample-size.ts'
import { alwaysValidReach } from './always-valid.ts'

/** A planned comparison of arms of equal size, each against the first. */
export interface FlightPlan {
  /** Mean over units without the change; a share where there is no variance. */
  readonly baseline: number
  /** Of one unit. Absent for a share: it follows from the share. */
  readonly variance?: number
  /** Probability of finding the effect. Default 0.8. */
  readonly power?: number
  /** Of finding one where there is none, over all arms. Default 0.05. */
  readonly alpha?: number
  /** Default 2. */
  readonly arms?: number
  /** Correlation with what was known of a unit before; the variance shrinks by its square (A. Deng and others, 2013). */
  readonly correlation?: number
  /** A test that may be looked at at any time, narrowest at the end; otherwise a z-test that is looked at once. */
  readonly alwaysValid?: boolean
}

/**
 * Units over all arms that find this effect, not rounded. The level is shared out among the arms (Bonferroni). Of an
 * always-valid test the power is that of the last look: earlier looks may find the effect sooner.
 *
 * @throws HolonError `input-invalid`
 * @example
 * ```ts
 * import { flightEffect, flightUnits } from 'holon/stats'
 * const plan = { baseline: 10, variance: 100, power: 0.85 }
 * const units = flightUnits(plan, 0.3)
 * Math.ceil(units) // 39904
 * flightEffect(plan, units)?.toFixed(6) // '0.300000'
 * ```
 */
export function flightUnits(plan: FlightPlan, effect: number): number {
  const { baseline, variance, alpha = 0.05, arms = 2, correlation = 0, alwaysValid = false } = plan
  requireCount('arms', arms, 2)
  if (!(Math.abs(correlation) < 1)) throw mustCorrelate(correlation)
  const level = alpha / (arms - 1)
  const asked: Plan = {
    difference: effect,
    alpha: level,
    ...(plan.power !== undefined && { power: plan.power }),
    ...{ control: 1 / arms, treatment: 1 / arms },
    ...(alwaysValid && { reach: alwaysValidReach(level) }),
  }
  const units =
    variance === undefined ? sampleSizeForProportion(asked, baseline) : sampleSizeForMean(asked, variance)
  return units * (1 - correlation ** 2)
}

/**
 * The smallest effect that so many units over all arms find; for a share, upwards unless `down` is set. Undefined where no
 * share is far enough away.
 */
export function flightEffect(plan: FlightPlan, units: number, down = false): number | undefined {
  requirePositive('units', units)
  const sign = down ? -1 : 1
  if (plan.variance !== undefined) return sign * Math.sqrt(flightUnits(plan, 1) / units)
  const most = (down ? plan.baseline : 1 - plan.baseline) * (1 - 1e-9)
  const lack = (log: number): number => Math.log(flightUnits(plan, sign * Math.exp(log)) / units)
  if (!(lack(Math.log(most)) <= 0)) return undefined
  return sign * Math.exp(findRoot(lack, Math.log(most) - 30, Math.log(most)))
}

const mustCorrelate = (correlation: number): HolonError =>
  new HolonError('input-invalid', `correlation is ${correlation}`, 'Give a number between -1 and 1.')
