import type { SimulationState, SimulationSummary } from 'holon'
import { formatNumber } from '../format/number.ts'

type Asked = SimulationSummary['request']

/** How a run stands, in a word. */
export const stateWords: Readonly<Record<SimulationState, string>> = {
  running: 'running',
  paused: 'paused',
  done: 'finished',
  failed: 'failed',
}

/** What a run is about: its version, or the two it compares, or the model it pretends. */
export function runTitle({ version = 'current', compare, quality }: Asked): string {
  const what = compare === undefined ? version : `${compare[0]} against ${compare[1]}`
  return quality === undefined ? what : `${what}, a model as good as ${formatNumber(quality)}`
}

/** How large a run is: `500 people, 90 days, seed 7`. */
export function runSize({ people, days, seed }: Asked): string {
  return `${count(people, 'person', 'people')}, ${count(days, 'day', 'days')}, seed ${seed}`
}

/** What was changed about the world: `rain 0.2, strict yes`; empty where nothing was. */
export function changedSettings({ settings = {} }: Asked): string {
  return Object.entries(settings)
    .map(([name, value]) => `${name} ${typeof value === 'boolean' ? (value ? 'yes' : 'no') : value}`)
    .join(', ')
}

/** Days as people say them: `day 12`, `2.5 days`, `1 day`. */
export const formatDays = (days: number): string => {
  const short = Number(days.toFixed(days < 10 ? 1 : 0))
  return `${formatNumber(short)} ${short === 1 ? 'day' : 'days'}`
}

const count = (n: number, one: string, many: string): string => `${formatNumber(n)} ${n === 1 ? one : many}`
