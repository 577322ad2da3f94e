import { seededRandom } from 'holon/stats'
import { drawFrom } from 'holon/world'
import { equalCity, usual } from '../../domain/city.ts'
import { type Days, firstDay, nextDay } from '../../domain/day.ts'
import { type Each, each, parts } from '../../domain/neighbourhoods.ts'
import { type WayName, ways } from '../../domain/way.ts'

/** A city as it is watched, day by day. */
export interface Run {
  readonly seed: number
  readonly days: Days
  readonly way: WayName
  /** Whether the alarm ends the forecast. */
  readonly heeds: boolean
  /** Whether the Mill really has twice the crime. */
  readonly unequal: boolean
  /** Patrols of all days before, the first day first, and how they were sent. */
  readonly past: readonly Past[]
}

/** What one day left behind. */
export interface Past {
  readonly patrols: Each<number>
  readonly way: WayName
}

export type Change =
  | { readonly do: 'live'; readonly days: number }
  | { readonly do: 'take'; readonly way: WayName }
  | { readonly do: 'heed'; readonly heeds: boolean }
  | { readonly do: 'move'; readonly seed: number }
  | { readonly do: 'differ'; readonly unequal: boolean }

/** The last day that is shown. */
export const lastDay = 600

/** Days over which patrols are summed where their present share is shown. */
const recently = 30

/** A city on its first day. */
export function newRun(seed: number): Run {
  return { seed, days: firstDay, way: 'counts', heeds: false, unequal: false, past: [] }
}

/** The city after a change. Chance depends on the city and the day alone, so the same changes give the same city. */
export function changed(run: Run, change: Change): Run {
  switch (change.do) {
    case 'live':
      return live(run, Math.min(change.days, lastDay - run.past.length))
    case 'take':
      return { ...run, way: change.way }
    case 'heed':
      return { ...run, heeds: change.heeds }
    case 'move':
      return { ...newRun(change.seed), way: run.way, heeds: run.heeds, unequal: run.unequal }
    case 'differ':
      return { ...run, unequal: change.unequal }
  }
}

function live(run: Run, count: number): Run {
  let { days } = run
  const past = [...run.past]
  for (let left = count; left > 0; left--) {
    const chance = drawFrom(seededRandom(`city ${run.seed}, day ${past.length}`))
    const before = days.department.patrols
    days = nextDay(cityOf(run), days, { way: ways[run.way], heeds: run.heeds }, chance)
    const { patrols } = days.department
    past.push({ patrols: each((one) => patrols[one] - before[one]), way: run.way })
  }
  return { ...run, days, past }
}

const cityOf = ({ unequal }: Run) =>
  unequal ? { ...equalCity, crimes: each((one) => (one === 'Mill' ? 2 : 1) * usual.crimes) } : equalCity

/** Each neighbourhood's share of the patrols in the days before a day. */
export function sharesUntil({ past }: Run, day: number): Each<number> {
  const recent = past.slice(Math.max(0, day - recently), day)
  return parts(each((one) => recent.reduce((sum, { patrols }) => sum + patrols[one], 0)))
}

/** Each neighbourhood's true share of the crime, which only the world knows. */
export const trueShares = (run: Run): Each<number> => parts(cityOf(run).crimes)

/** Whether the rota sends the patrols now. */
export const isStopped = ({ heeds, days }: Run): boolean => heeds && days.department.alarmDay !== undefined
