import { requirePositive } from '../argument.ts'
import type { Rates } from '../ode/runge-kutta.ts'

/** How an infection passes. All rates are per unit of time. */
export interface Infection {
  /** People infected by each infectious one while all are susceptible. */
  readonly contact: number
  /** One over the mean time for which somebody infects. */
  readonly recovery: number
  /** One over the mean time until somebody who was infected infects. Absent: at once. */
  readonly onset?: number
}

/**
 * The rates of change of the shares of a closed population that are susceptible, exposed, infectious and recovered, in
 * this order (SEIR); without `onset` nobody is exposed (SIR). For `dormandPrince` and `rungeKutta`. The basic
 * reproduction number is `contact / recovery`.
 *
 * @throws HolonError `input-invalid` for a rate that is not above 0
 * @example
 * ```ts
 * import { dormandPrince, epidemicRates } from 'holon/stats'
 * const flu = epidemicRates({ contact: 0.5, recovery: 0.25 })
 * dormandPrince(flu, [0.9999, 0, 0.0001, 0], 0, 300)[3] // 0.797: as finalSize(2)
 * ```
 */
export function epidemicRates({ contact, recovery, onset }: Infection): Rates {
  requirePositive('contact', contact)
  requirePositive('recovery', recovery)
  if (onset !== undefined) requirePositive('onset', onset)
  return (_time, state, rates) => {
    const [susceptible = 0, exposed = 0, infectious = 0] = state
    const infected = contact * susceptible * infectious
    const begin = onset === undefined ? infected : onset * exposed
    rates[0] = -infected
    rates[1] = infected - begin
    rates[2] = begin - recovery * infectious
    rates[3] = recovery * infectious
  }
}
