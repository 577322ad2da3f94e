import type { Column } from './ledger.ts'
import { neighbourhoods } from './neighbourhoods.ts'

/** A way to turn what is on file into patrols. */
export interface Way {
  readonly title: string
  readonly about: string
  /** What its forecast is made of. */
  readonly learnsFrom: Column
  /** Share of patrols that a lot sends, evenly over all neighbourhoods, 0 to 1. */
  readonly slice: number
  /** Patrols in proportion to the forecast, or all to the highest count. */
  readonly picks: 'in proportion' | 'highest'
  /** Sends patrols by itself, or suggests them to a planner. */
  readonly acts: 'sends' | 'suggests'
}

/** Small, and kept by every way: without it nobody could tell a forecast from the echo of the patrols. */
export const watchSlice = 0.15

const asSold = { slice: watchSlice, picks: 'in proportion', acts: 'sends' } as const

/** The ways that are compared, the first as it is usually sold. */
export const ways = {
  counts: {
    ...asSold,
    title: 'Discovered incidents',
    about: 'Patrols in proportion to what patrols discovered.',
    learnsFrom: 'found',
  },
  hotSpots: {
    ...asSold,
    title: 'Hot spot',
    about: 'Every patrol to the neighbourhood with the most discovered incidents.',
    learnsFrom: 'found',
    picks: 'highest',
  },
  planner: {
    ...asSold,
    title: 'A planner decides',
    about: 'The forecast is shown to a planner, who mostly follows it.',
    learnsFrom: 'found',
    acts: 'suggests',
  },
  inverse: {
    ...asSold,
    title: 'Inverse probability',
    about: 'Each discovered incident is divided by the chance that a patrol was there.',
    learnsFrom: 'weighted',
  },
  calls: {
    ...asSold,
    title: 'Reported incidents',
    about: 'Patrols in proportion to what residents report; what patrols discover does not count.',
    learnsFrom: 'calls',
  },
  slice: {
    ...asSold,
    title: 'Randomised slice',
    about: 'A third of the patrols goes where a lot falls, and only what these discover counts.',
    learnsFrom: 'evenly',
    slice: 1 / 3,
  },
} as const satisfies Readonly<Record<string, Way>>

export type WayName = keyof typeof ways

/** What may be decided for one neighbourhood in one round, and with what probability. */
export interface Chances {
  readonly forecast: number
  readonly lot: number
  readonly stay: number
}

/**
 * How likely a patrol goes to a neighbourhood, and who sends it. Over all neighbourhoods there is one patrol a round on
 * average.
 *
 * @param share forecast share of the city's crime in this neighbourhood, 0 to 1
 * @param hot its share of the hot spot, 0 to 1
 */
export function chancesOf({ slice, picks }: Way, share: number, hot: number): Chances {
  const forecast = (1 - slice) * (picks === 'highest' ? hot : share)
  const lot = slice / neighbourhoods.length
  return { forecast, lot, stay: Math.max(0, 1 - forecast - lot) }
}
