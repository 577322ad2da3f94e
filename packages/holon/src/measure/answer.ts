import { inMilliseconds } from '../spec/duration.ts'
import type { FeedbackShape } from '../spec/measure.ts'
import type { MeasureAnswer, MeasureQuery, Stored } from '../spec/ports.ts'
import { checkQuery } from './check.ts'
import { evaluate } from './evaluate.ts'
import { feedbackNames } from './feedback-names.ts'
import { join, type Row } from './join.ts'
import type { Joinables } from './joinables.ts'
import { statisticsOf } from './statistics.ts'

/**
 * Answers a measure from the entries of a log, slowly and as it reads: the reference that every warehouse must agree
 * with, and enough for tests, simulations and small logs.
 *
 * @throws HolonError `measure-invalid`
 */
export function answer(
  query: MeasureQuery,
  entries: readonly Stored[] | Joinables,
): readonly MeasureAnswer[] {
  checkQuery(query)
  const { measure, slice, every } = query
  const { among } = measure
  const joined = join({ ...query, feedback: spokenOf(query) }, entries)
  const rows = among === undefined ? joined : joined.filter((row) => evaluate(among, row) === true)
  if (slice === undefined && every === undefined)
    return [{ slice: null, statistics: statisticsOf(measure, rows) }]
  return groupsOf(query, rows).map(({ place, rows }) => ({
    ...place,
    statistics: statisticsOf(measure, rows),
  }))
}

/** The feedback that a query speaks of: the rest need not be joined. */
export function spokenOf({
  measure,
  slice,
  feedback,
}: Pick<MeasureQuery, 'measure' | 'slice' | 'feedback'>): readonly FeedbackShape[] {
  const names = new Set(feedbackNames([measure, slice], { by: ['feedback', 'delay'] }))
  return feedback.filter(({ name }) => names.has(name))
}

type Place = Pick<MeasureAnswer, 'slice' | 'from'>

interface Group {
  readonly place: Place
  readonly rows: Row[]
}

/** The rows of each slice, of each stretch. */
function groupsOf({ slice, every }: MeasureQuery, rows: readonly Row[]): readonly Group[] {
  const length = every === undefined ? undefined : inMilliseconds(every)
  const groups = new Map<number | string, Group>()
  for (const row of rows) {
    const place = placeOf(slice, length, row)
    const key = slice === undefined ? (place.from ?? 0) : JSON.stringify(place)
    const group = groups.get(key) ?? { place, rows: [] }
    groups.set(key, group)
    group.rows.push(row)
  }
  return [...groups.values()]
}

/** To which answer a row belongs, in stretches of so many milliseconds. */
function placeOf(slice: MeasureQuery['slice'], length: number | undefined, row: Row): Place {
  const value = slice === undefined ? null : evaluate(slice, row)
  const scalar = typeof value === 'symbol' ? null : value
  if (length === undefined) return { slice: scalar }
  return { slice: scalar, from: Math.floor(row.decision.at / length) * length }
}
