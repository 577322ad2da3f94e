import type { Each, Neighbourhood } from './neighbourhoods.ts'

/** At most this share of forecasts that are right ever raises the alarm, however long one looks. */
export const falseAlarms = 0.01

/** Days after which the alarm looks. */
export const looksEvery = 7

/** A patrol that a lot had sent, and what it discovered there. */
export interface LotPatrol {
  readonly neighbourhood: Neighbourhood
  /** The forecast share of the neighbourhood when it was sent, above 0. */
  readonly forecast: number
  readonly found: number
}

/**
 * The logarithm of how many times better the lots before foretold what some lot patrols discovered than the forecast did.
 * Where a lot falls nobody's forecast has a say, so if crime lies where the forecast says, what such a patrol discovers is
 * Poisson with a mean proportional to the forecast share there. Given how much they all discovered, each incident then
 * belongs to one of them with a probability proportional to its forecast share. The product of the ratios has mean 1 as
 * long as the forecast is right, so the chance that it ever exceeds 1 / alpha is at most alpha (J. Ville, 1939).
 *
 * @param rival shares of what lots discovered before any of these patrols went out
 */
export function evidenceOf(patrols: readonly LotPatrol[], rival: Each<number>): number {
  const forecasts = patrols.reduce((sum, { forecast }) => sum + forecast, 0)
  const rivals = patrols.reduce((sum, { neighbourhood }) => sum + rival[neighbourhood], 0)
  return patrols.reduce((sum, { neighbourhood, forecast, found }) => {
    if (found === 0) return sum
    return sum + found * Math.log(rival[neighbourhood] / rivals / (forecast / forecasts))
  }, 0)
}

/** Whether the forecast is taken for an echo of the patrols. */
export const isAlarm = (evidence: number): boolean => evidence >= Math.log(1 / falseAlarms)
