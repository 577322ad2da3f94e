/** How far back the goals look. */
export const ranges = [
  { range: 'hour', label: 'Last hour', back: 3_600_000 },
  { range: 'day', label: 'Day', back: 86_400_000 },
  { range: 'week', label: '7 days', back: 604_800_000 },
  { range: 'all', label: 'All', back: undefined },
] as const

/** One of the ranges by name. */
export type Range = (typeof ranges)[number]['range']

/** What the address says about how to look at the goals; all of time, unsliced, where it says nothing. */
export interface GoalView {
  readonly range?: Range
  readonly slice?: string
}

/** Reads the view from the address, leaving out what makes no sense. */
export function readView(search: Record<string, unknown>): GoalView {
  const range = ranges.find((one) => one.range === search.range)?.range
  return {
    ...(range === undefined || range === 'all' ? {} : { range }),
    ...(typeof search.slice === 'string' && search.slice !== '' ? { slice: search.slice } : {}),
  }
}
