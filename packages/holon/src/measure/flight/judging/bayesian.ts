import type { Judge } from '../../../spec/flight.ts'
import { posteriorEffect } from '../../../stats/effect/bayesian.ts'
import type { EffectOf, TestEffect } from './test-effect.ts'

type Prior = Extract<Judge, { method: 'bayesian' }>['prior']

/** What is believed after the data. */
export const bayesian =
  (prior: Prior): TestEffect =>
  (effect, of) => {
    const before = beliefIn(prior, of)
    const { mean, interval, chanceToWin, risk } = posteriorEffect(effect, before && { prior: before })
    return {
      ...{ estimate: mean, interval, pValue: null },
      rise: { chance: chanceToWin, lossIfTaken: risk.ofShipping, lossIfKept: risk.ofKeeping },
    }
  }

/** The prior in the unit of the effect; undefined (flat) over a control of 0, of which nothing is a share. */
export function beliefIn(
  { deviation, mean = 0 }: Prior,
  { scale, control }: Pick<EffectOf, 'scale' | 'control'>,
): { readonly mean: number; readonly variance: number } | undefined {
  const size = scale === 'relative' ? 1 : Math.abs(control)
  return size === 0 ? undefined : { mean: mean * size, variance: (deviation * size) ** 2 }
}
