import { eachInTurns } from './in-turns.ts'
import type { SeenLog } from './log.ts'
import type { Row } from './row.ts'

/** The known values of one unit in the order of time. */
export interface Timeline {
  /** Mean and number of values after one time, up to another; undefined when there is none. */
  between(after: number, until: number): { readonly mean: number; readonly n: number } | undefined
}

/** The values of each unit, from rows in the order of time. */
export async function timelinesOf(
  rows: readonly Pick<Row, 'unit' | 'at' | 'value'>[],
  log: Pick<SeenLog, 'rest'>,
): Promise<ReadonlyMap<string, Timeline>> {
  const units = new Map<string, GrowingTimeline>()
  await eachInTurns(rows, log, ({ unit, at, value }) => {
    const own = units.get(unit) ?? new GrowingTimeline()
    units.set(unit, own)
    if (value !== null) own.add(at, value)
  })
  return units
}

/** Sums are of the difference to the first value, so that large values that differ little keep their digits. */
class GrowingTimeline implements Timeline {
  readonly #times: number[] = []
  readonly #sums = [0]
  #origin = 0

  add(at: number, value: number): void {
    if (this.#times.length === 0) this.#origin = value
    this.#times.push(at)
    this.#sums.push((this.#sums.at(-1) ?? 0) + value - this.#origin)
  }

  between(after: number, until: number): { readonly mean: number; readonly n: number } | undefined {
    const [first, last] = [this.#upTo(after), this.#upTo(until)]
    const n = last - first
    if (n <= 0) return undefined
    return { mean: this.#origin + ((this.#sums[last] ?? 0) - (this.#sums[first] ?? 0)) / n, n }
  }

  /** How many there are up to a time. */
  #upTo(time: number): number {
    let [low, high] = [0, this.#times.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#times[middle] ?? 0) <= time) low = middle + 1
      else high = middle
    }
    return low
  }
}
