import { type Duration, inMilliseconds } from '../spec/duration.ts'
import type { Draw } from './draw.ts'
import type { Settings, SettingsOf } from './settings.ts'

const hour = 3_600_000
const day = 24 * hour

/** A moment of a world, as rates of arrival may depend on it. */
export interface Moment<V extends Settings = Settings> {
  /** Milliseconds since 1970. */
  readonly at: number
  /** Days since the beginning of the world, with fraction. */
  readonly day: number
  /** 0 to 24, with fraction, in UTC. */
  readonly hour: number
  /** 0 is Sunday. */
  readonly weekday: number
  /** 0 is January. */
  readonly month: number
  readonly settings: SettingsOf<V>
  /** How many people there are. */
  readonly people: number
  /** By how much a scenario multiplies what arrives; usually 1. */
  readonly traffic: number
}

/** What a world is like whose moments are looked at. */
export interface Standing {
  /** When it began; milliseconds since 1970. */
  readonly start: number
  readonly settings: Settings
  readonly people: number
  readonly traffic: number
}

/** A moment of a world by its time, in milliseconds since 1970. */
export function momentOf(at: number, { start, ...standing }: Standing): Moment {
  const date = new Date(at)
  return {
    at,
    day: (at - start) / day,
    hour: (at % day) / hour,
    weekday: date.getUTCDay(),
    month: date.getUTCMonth(),
    ...standing,
  }
}

/**
 * When something happens: by the time of the last arrival (the beginning, at first), the time of the next; undefined: none
 * within a day, ask again then. So conditions that change are seen within a day.
 */
export interface Arrivals<V extends Settings = Settings> {
  readonly words: string
  next(after: number, momentAt: (at: number) => Moment<V>, draw: Draw): number | undefined
}

/** How many arrive in a day on average: in all, or for each person; a number, or as the moment has it. */
export type Rate<V extends Settings> =
  | { readonly perDay: number | ((moment: Moment<V>) => number) }
  | { readonly perPersonPerDay: number | ((moment: Moment<V>) => number) }

/**
 * Arrivals that do not know of each other: a Poisson process, whose rate may follow hour, season, setting. The rate is
 * taken as constant within an hour: that of its middle. Traffic that a scenario multiplies multiplies the rate.
 *
 * @example
 * ```ts
 * import { poisson } from 'holon/world'
 * poisson({ perPersonPerDay: ({ hour }) => (hour > 7 && hour < 22 ? 3 : 0.1) })
 * ```
 */
export function poisson<V extends Settings = Settings>(rate: Rate<V>): Arrivals<V> {
  return {
    words: 'at random',
    next(after, momentAt, draw) {
      let owed = draw.exponential(1)
      for (let at = after; at < after + day; ) {
        const begin = Math.floor(at / hour) * hour
        const end = begin + hour
        const moment = momentAt(begin + hour / 2)
        const perMillisecond = Math.max(0, moment.traffic * rateAt(rate, moment)) / day
        const step = owed / perMillisecond
        if (step <= end - at) return at + step
        owed -= perMillisecond * (end - at)
        at = end
      }
      return undefined
    },
  }
}

function rateAt<V extends Settings>(rate: Rate<V>, moment: Moment<V>): number {
  const given = 'perDay' in rate ? rate.perDay : rate.perPersonPerDay
  const value = typeof given === 'number' ? given : given(moment)
  return 'perDay' in rate ? value : value * moment.people
}

/** Arrivals as regular as a clock: one in every period, first after `from` (default: one period). */
export function every(period: Duration, { from = period }: { readonly from?: Duration } = {}): Arrivals {
  const length = inMilliseconds(period)
  const first = inMilliseconds(from)
  return {
    words: `every ${period}`,
    next: (after, momentAt) => after + (momentAt(after).day === 0 ? first : length),
  }
}
