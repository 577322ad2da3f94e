import { checkQuery, inMilliseconds, type Measure, type MeasureQuery, type Statistics } from 'holon'
import { truthOf } from './expression.ts'
import type { Scope } from './feedback.ts'
import { type Joining, joining } from './joins.ts'
import { number, text } from './literal.ts'
import { sliceKeys } from './slice.ts'
import { type ResultRow, summaryOf } from './summary.ts'
import { named, valuesOf } from './values.ts'

/** A query as one SQL statement, and how a row of its result reads. */
export interface Compiled {
  readonly sql: string
  statistics(row: ResultRow): Statistics
}

/** Column of the result that says which stretch of time a row is about. */
export const stretchColumn = 'stretch'

/**
 * Compiles a query to one statement that answers its statistics only, one row for each slice and stretch.
 *
 * @throws HolonError `measure-invalid`
 */
export function compile(query: MeasureQuery): Compiled {
  checkQuery(query)
  const { measure } = query
  const scope = scopeOf(query)
  const { read, joins } = joining(query.feedback, scope)
  const keys = keysOf(query, read)
  const observed = {
    ...keys,
    ...(measure.per === 'decision' ? {} : { unit: `d.${measure.per}` }),
    ...valuesOf(measure, read),
  }
  const among = measure.among === undefined ? '' : ` AND ${truthOf(read(measure.among))}`
  const rows = `SELECT ${named(observed)} FROM decisions d ${joins()} WHERE ${scope.condition}${among}`
  const summary = summaryOf(measure)
  const names = Object.keys(keys)
  return {
    sql: summary.sql(`(${perUnit(measure, rows, names)})`, names),
    statistics: summary.read,
  }
}

function scopeOf({ system, measure, from, to, now }: MeasureQuery): Scope {
  const conditions = [
    `d.system = ${text(system)}`,
    `d.decision = ${text(measure.decision)}`,
    ...(from === undefined ? [] : [`d.decided_at >= ${number(from)}`]),
    ...(to === undefined ? [] : [`d.decided_at < ${number(to)}`]),
  ]
  return { condition: conditions.join(' AND '), bounded: from !== undefined || to !== undefined, now }
}

function keysOf({ slice, every }: MeasureQuery, read: Joining['read']): Readonly<Record<string, string>> {
  const keys = sliceKeys(slice, read)
  if (every === undefined) return keys
  const length = number(inMilliseconds(every))
  return { ...keys, [stretchColumn]: `floor(d.decided_at / ${length}) * ${length}` }
}

/** One row for each person or episode that has a value; the rest stay as a row without one, so that their slice shows. */
export function perUnit({ op, per }: Measure, rows: string, keys: readonly string[]): string {
  if (per === 'decision') return rows
  const both = 'FILTER (WHERE x IS NOT NULL AND y IS NOT NULL)'
  const owned = (sql: string) => `CASE WHEN unit IS NOT NULL THEN ${sql} END`
  const values =
    op === 'ratio'
      ? { x: owned(`sum(x) ${both}`), y: owned(`sum(y) ${both}`) }
      : { x: owned(op === 'sum' ? 'sum(x)' : 'avg(x)') }
  return `SELECT ${[...keys, named(values)].join(', ')} FROM (${rows}) GROUP BY ${[...keys, 'unit'].join(', ')}`
}
