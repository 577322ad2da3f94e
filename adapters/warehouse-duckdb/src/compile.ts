import {
  checkQuery,
  type FeedbackShape,
  inMilliseconds,
  type Measure,
  type MeasureQuery,
  type Statistics,
} from 'holon'
import { type Columns, compileExpression, finiteOf, truthAsNumber, truthOf } from './expression.ts'
import { type Feedback, joinFeedback, type Scope } from './feedback.ts'
import { number, text } from './literal.ts'
import { type ResultRow, summaryOf } from './summary.ts'

/** A query as one SQL statement, and how a row of its result reads. */
export interface Compiled {
  readonly sql: string
  statistics(row: ResultRow): Statistics
}

/** Columns of the result that say which slice and stretch of time a row is about. */
export const sliceColumns = { number: 'slice_number', text: 'slice_text', truth: 'slice_truth' } as const
export const stretchColumn = 'stretch'

/**
 * Compiles a query to one statement that answers its statistics only, one row for each slice and stretch.
 *
 * @throws HolonError `measure-invalid`
 */
export function compile(query: MeasureQuery): Compiled {
  checkQuery(query)
  const { measure } = query
  const { joined, joins } = feedbackOf(query)
  const read = (expression: Parameters<typeof compileExpression>[0]) => compileExpression(expression, joined)
  const keys = keysOf(query, read)
  const observed = {
    ...keys,
    ...(measure.per === 'decision' ? {} : { unit: `d.${measure.per}` }),
    ...valuesOf(measure, read),
  }
  const among = measure.among === undefined ? '' : ` AND ${truthOf(read(measure.among))}`
  const rows = `SELECT ${named(observed)} FROM decisions d ${[...joins()].join(' ')} WHERE ${scopeOf(query).condition}${among}`
  const summary = summaryOf(measure)
  const names = Object.keys(keys)
  return {
    sql: summary.sql(`(${perUnit(measure, rows, names)})`, names),
    statistics: summary.read,
  }
}

type Read = (expression: Parameters<typeof compileExpression>[0]) => Columns

/** The joins of what came back, made as expressions ask for them. */
function feedbackOf(query: MeasureQuery) {
  const scope = scopeOf(query)
  const used = new Map<string, Feedback>()
  const joined = (name: string): Columns => {
    const feedback = used.get(name) ?? joinFeedback(shapeOf(query, name), `f${used.size}`, scope)
    used.set(name, feedback)
    return feedback.columns
  }
  return { joined, joins: () => [...used.values()].map((feedback) => feedback.join) }
}

const exposure: FeedbackShape = { name: 'exposure', kind: 'feedback', keep: 'last' }

function shapeOf(query: MeasureQuery, name: string): FeedbackShape {
  return query.feedback.find((shape) => shape.name === name) ?? exposure
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

function keysOf({ slice, every }: MeasureQuery, read: Read): Readonly<Record<string, string>> {
  const keys: Record<string, string> = {}
  if (slice !== undefined) {
    const columns = read(slice)
    if (columns.number !== undefined) keys[sliceColumns.number] = finiteOf(columns)
    if (columns.text !== undefined) keys[sliceColumns.text] = columns.text
    if (columns.truth !== undefined) keys[sliceColumns.truth] = columns.truth
  }
  if (every !== undefined) {
    const length = number(inMilliseconds(every))
    keys[stretchColumn] = `floor(d.decided_at / ${length}) * ${length}`
  }
  return keys
}

/** What each row contributes: `x`, and `y` where a measure is about pairs. */
function valuesOf(measure: Measure, read: Read): Readonly<Record<string, string>> {
  switch (measure.op) {
    case 'count':
      return { x: '1' }
    case 'rate':
      return { x: truthAsNumber(read(measure.of)) }
    case 'mean':
    case 'sum':
    case 'quantile':
      return { x: finiteOf(read(measure.of)) }
    case 'ratio':
      return { x: finiteOf(read(measure.of)), y: finiteOf(read(measure.over)) }
    case 'auc':
    case 'calibrationError':
      return { x: finiteOf(read(measure.score)), y: truthOf(read(measure.label)) }
  }
}

/** One row for each person or episode that has a value; the rest stay as a row without one, so that their slice shows. */
function perUnit({ op, per }: Measure, rows: string, keys: readonly string[]): string {
  if (per === 'decision') return rows
  const both = 'FILTER (WHERE x IS NOT NULL AND y IS NOT NULL)'
  const owned = (sql: string) => `CASE WHEN unit IS NOT NULL THEN ${sql} END`
  const values =
    op === 'ratio'
      ? { x: owned(`sum(x) ${both}`), y: owned(`sum(y) ${both}`) }
      : { x: owned(op === 'sum' ? 'sum(x)' : 'avg(x)') }
  return `SELECT ${[...keys, named(values)].join(', ')} FROM (${rows}) GROUP BY ${[...keys, 'unit'].join(', ')}`
}

function named(columns: Readonly<Record<string, string>>): string {
  return Object.entries(columns)
    .map(([name, sql]) => `${sql} AS ${name}`)
    .join(', ')
}
