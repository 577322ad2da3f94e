import { seededRandom } from 'holon/stats'
import { drawFrom } from 'holon/world'
import { type City, equalCity } from './city.ts'
import { type Days, firstDay, nextDay } from './day.ts'
import { type Each, neighbourhoods, parts } from './neighbourhoods.ts'
import { type WayName, ways } from './way.ts'

/** What many cities of equal crime came to. */
export interface Outcome {
  /** Share of all patrols that the most patrolled neighbourhood had: tenth percentile, median and ninetieth. */
  readonly top: readonly [number, number, number]
  /** Share of the cities in which the loop alarm stood at some time. */
  readonly alarms: number
  /** Median day on which it first stood, of those; undefined where there is none. */
  readonly alarmDay: number | undefined
}

/** Runs cities of equal crime, seeds from 0. */
export function study(name: WayName, cities: number, days = 300): Outcome {
  const lived = Array.from({ length: cities }, (_, seed) => live(name, seed, { days }))
  const top = lived.map(({ department }) => highest(parts(department.patrols)))
  const alarmDays = lived.flatMap(({ department: { alarmDay } }) =>
    alarmDay === undefined ? [] : [alarmDay],
  )
  return {
    top: [quantileOf(top, 0.1) ?? 0, quantileOf(top, 0.5) ?? 0, quantileOf(top, 0.9) ?? 0],
    alarms: alarmDays.length / cities,
    alarmDay: quantileOf(alarmDays, 0.5),
  }
}

/** Runs one city, of equal crime and with an alarm that nobody heeds unless it is said otherwise. */
export function live(
  name: WayName,
  seed: number,
  { city = equalCity, heeds = false, days = 300 }: Partial<Lived> = {},
): Days {
  const chance = drawFrom(seededRandom(seed))
  let now = firstDay
  for (let day = 0; day < days; day++) now = nextDay(city, now, { way: ways[name], heeds }, chance)
  return now
}

/** What one city is run with. */
interface Lived {
  readonly city: City
  readonly heeds: boolean
  readonly days: number
}

/** The largest of all neighbourhoods. */
export function highest(of: Each<number>): number {
  return Math.max(...neighbourhoods.map((one) => of[one]))
}

const quantileOf = (values: readonly number[], q: number): number | undefined =>
  values.toSorted((a, b) => a - b)[Math.round(q * (values.length - 1))]
