import { requireShare } from '../argument.ts'
import type { Interval } from '../interval/interval.ts'
import { alwaysValidPValue, gammaExponentialMixture, mixtureBound } from './mixture.ts'

/** One unit of a randomised trial: its outcome in [0, 1] and whether it was treated. */
export interface Unit {
  readonly outcome: number
  readonly treated: boolean
}

/** An estimate of an effect that may be looked at after every unit. */
export interface EffectSequence {
  readonly estimate: number
  readonly interval: Interval
  /** Of the hypothesis that the effect is not above 0. */
  readonly pValue: number
}

/**
 * The average treatment effect on the units so far, of outcomes in [0, 1] under a constant probability of
 * treatment: the inverse-propensity estimate around running means of the arms, with an empirical-variance
 * confidence sequence (Howard and others 2021, section 4.3). `tightAt` is the number of units at which it is
 * to be narrowest.
 */
export function averageEffectSequence(
  units: readonly Unit[],
  { propensity = 0.5, confidence = 0.95, tightAt = 50, variance = 0.16 } = {},
): EffectSequence {
  requireShare('propensity', propensity)
  requireShare('confidence', confidence)
  const alpha = (1 - confidence) / 2
  const { sum, squares } = accumulate(units, propensity)
  const inverse = 1 / propensity + 1 / (1 - propensity)
  const scale = 2 / Math.min(propensity, 1 - propensity)
  const mixture = gammaExponentialMixture({ variance: tightAt * variance * inverse, alpha }, scale)
  const half = mixtureBound(mixture, squares, alpha) / units.length
  const estimate = sum / units.length
  return {
    estimate,
    interval: { lower: estimate - half, upper: estimate + half },
    pValue: alwaysValidPValue(mixture(sum, squares)),
  }
}

/** The sum of unit effects and of their squared distances from what was predicted before each unit. */
function accumulate(units: readonly Unit[], propensity: number): { sum: number; squares: number } {
  const arms = { treated: { n: 0, sum: 0 }, control: { n: 0, sum: 0 } }
  const meanOf = (arm: { n: number; sum: number }): number => (arm.n === 0 ? 0.5 : arm.sum / arm.n)
  let sum = 0
  let squares = 0
  for (const { outcome, treated } of units) {
    const predicted = meanOf(arms.treated) - meanOf(arms.control)
    const arm = treated ? arms.treated : arms.control
    const weight = treated ? 1 / propensity : -1 / (1 - propensity)
    const surprise = weight * (outcome - meanOf(arm))
    sum += predicted + surprise
    squares += surprise * surprise
    arm.n += 1
    arm.sum += outcome
  }
  return { sum, squares }
}
