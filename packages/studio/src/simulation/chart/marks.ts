import type { Noticed } from 'holon'

/** Something on the axis of time. Scenarios are numbered; a scenario knows how late it was noticed. */
export interface Mark {
  readonly key: string
  readonly day: number
  readonly by: Noticed['by']
  readonly what: string
  /** Of scenarios, from 1. What is only the end of one has none. */
  readonly number?: number
  /**
   * Of a scenario: days until something was noticed, before the next scenario; absent if nothing was. Of what was
   * noticed: days since the last scenario; absent before any.
   */
  readonly late?: number
  /** How often it was noticed in the same words, and when for the last time; absent for once. */
  readonly times?: number
  readonly until?: number
}

/** What happened to a world and what was noticed, in order of time. */
export function marksOf(noticed: readonly Noticed[]): readonly Mark[] {
  const sorted = noticed.toSorted((one, other) => one.day - other.day)
  let number = 0
  return sorted.map((one, index): Mark => {
    const begins = one.by === 'scenario' && !isEnd(one)
    const late = begins ? noticedAfter(sorted.slice(index + 1)) : one.late
    if (begins) number += 1
    return {
      key: `${index} ${one.what}`,
      day: one.day,
      by: one.by,
      what: one.what,
      ...(begins && { number }),
      ...(late !== undefined && { late }),
      ...(one.times !== undefined && { times: one.times }),
      ...(one.until !== undefined && { until: one.until }),
    }
  })
}

/** How late the first of what comes next was noticed, if that is before the next scenario. */
function noticedAfter(next: readonly Noticed[]): number | undefined {
  const first = next.find((one) => !isEnd(one))
  return first?.by === 'monitor' ? first.late : undefined
}

const isEnd = ({ by, what }: Noticed): boolean => by === 'scenario' && what.endsWith(': over')
