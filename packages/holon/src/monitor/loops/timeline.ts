import type { Row } from './row.ts'

/** The known values of one unit in the order of time. */
export interface Timeline {
  /** Mean and number of values after one time, up to another; undefined when there is none. */
  between(after: number, until: number): { readonly mean: number; readonly n: number } | undefined
}

/** The values of each unit. */
export function timelinesOf(
  rows: readonly Pick<Row, 'unit' | 'at' | 'value'>[],
): ReadonlyMap<string, Timeline> {
  const groups = Map.groupBy(rows, ({ unit }) => unit)
  return new Map([...groups].map(([unit, own]) => [unit, timeline(own)]))
}

function timeline(rows: readonly Pick<Row, 'at' | 'value'>[]): Timeline {
  const known = rows.filter((row): row is { at: number; value: number } => row.value !== null)
  const origin = known[0]?.value ?? 0
  const sums = [0]
  for (const { value } of known) sums.push((sums.at(-1) ?? 0) + value - origin)
  const upTo = (time: number): number => {
    let [low, high] = [0, known.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((known[middle]?.at ?? 0) <= time) low = middle + 1
      else high = middle
    }
    return low
  }
  return {
    between(after, until) {
      const [first, last] = [upTo(after), upTo(until)]
      const n = last - first
      return n <= 0 ? undefined : { mean: origin + ((sums[last] ?? 0) - (sums[first] ?? 0)) / n, n }
    },
  }
}
