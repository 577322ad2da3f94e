import { type Each, each } from './neighbourhoods.ts'

/** The hidden truth: only the world knows it. */
export interface City {
  /** Crimes a day, on average. */
  readonly crimes: Each<number>
  /** Share of crimes that residents report. */
  readonly told: Each<number>
}

/** Rounds of patrol in a day, three hours each. */
export const rounds = 8

/** Crimes a day in a neighbourhood like all others, the share of them a patrol on the spot discovers, the share residents report. */
export const usual = { crimes: 6, seen: 0.5, told: 0.4 } as const

/** A city with as much crime, and as many reports, in every neighbourhood. */
export const equalCity: City = { crimes: each(() => usual.crimes), told: each(() => usual.told) }

/** What chance must be able to do here. */
export interface Chance {
  next(): number
  poisson(mean: number): number
  binomial(n: number, probability: number): number
}

/** What happens in one neighbourhood in one round, whether or not anybody looks. */
export interface Happened {
  readonly crimes: number
  /** How many of them a patrol would discover. */
  readonly seen: number
  /** How many of them residents report. */
  readonly calls: number
}

/** Draws what happens: crimes that do not know of each other, each seen or reported or both. */
export function happens(crimesPerDay: number, told: number, draw: Chance): Happened {
  const crimes = draw.poisson(crimesPerDay / rounds)
  return { crimes, seen: draw.binomial(crimes, usual.seen), calls: draw.binomial(crimes, told) }
}
