import { type FeedbackShape, inMilliseconds, type Keep } from 'holon'
import type { Columns } from './expression.ts'
import { literal, number, text } from './literal.ts'

/** What came back under one name, joined to `decisions d`. */
export interface Feedback {
  /** A LEFT JOIN clause. */
  readonly join: string
  readonly columns: Columns
}

/** What a query is about: the decisions, as a condition on `decisions d`, whether only those of some days, and its time. */
export interface Scope {
  readonly condition: string
  readonly bounded: boolean
  readonly now: number
}

/** Joins what came back in one shape, one row for each decision that something is left for, under the name `alias`. */
export function joinFeedback(shape: FeedbackShape, alias: string, scope: Scope): Feedback {
  const { values, within, key } = gathered(shape, scope)
  const kept = `SELECT owner, ${keep[shape.keep]} FROM (${latestOfKey(values, shape.keep)}) GROUP BY owner`
  return {
    join: `LEFT JOIN (${kept}) ${alias} ON ${alias}.owner = d.${key}`,
    columns: columnsOf(alias, shape, within, scope.now),
  }
}

/** When the first value came, joined to `decisions d`. */
export interface Delay {
  /** A LEFT JOIN clause. */
  readonly join: string
  /** Milliseconds since 1970; NULL where none came. */
  readonly came: string
}

/** Joins when the first value came in one shape, under the name `alias`: of `any`, the first that decides it. */
export function joinDelay(shape: FeedbackShape, alias: string, scope: Scope): Delay {
  const { values, key } = gathered(shape, scope)
  const first = 'min(arrived_at)'
  const came = shape.keep === 'any' ? `coalesce(${first} FILTER (WHERE truth), ${first})` : first
  return {
    join: `LEFT JOIN (SELECT owner, ${came} AS came_at FROM (${values}) GROUP BY owner) ${alias} ON ${alias}.owner = d.${key}`,
    came: `${alias}.came_at`,
  }
}

/** What came back in time, and the column of `decisions d` that its owners are of. */
function gathered(shape: FeedbackShape, scope: Scope) {
  const within = shape.within === undefined ? undefined : inMilliseconds(shape.within)
  // Where few decisions are asked for or their time matters, only what belongs to them is gathered.
  const narrow = within !== undefined || scope.bounded
  const values = narrow ? valuesOfScope(shape.name, scope, within) : valuesOfAll(shape.name)
  return { values, within, key: narrow ? 'position' : 'id' }
}

function valuesOfAll(name: string): string {
  return `SELECT b.decision AS owner, b.* EXCLUDE (decision) FROM back b WHERE b.name = ${text(name)}`
}

function valuesOfScope(name: string, scope: Scope, within: number | undefined): string {
  const inTime = within === undefined ? '' : ` AND b.arrived_at <= d.decided_at + ${number(within)}`
  return (
    'SELECT d.position AS owner, b.* EXCLUDE (decision) FROM back b JOIN decisions d ON d.id = b.decision' +
    ` WHERE b.name = ${text(name)} AND ${scope.condition}${inTime}`
  )
}

/** Of the values with one key only the last stands. The last of all is the last of its key anyway. */
function latestOfKey(values: string, keep: Keep): string {
  if (keep === 'last') return values
  return (
    `SELECT owner, max(position) AS position, ${at('arg_max_null')} FROM (${values})` +
    ' GROUP BY owner, key, CASE WHEN key IS NULL THEN position END'
  )
}

/** The three columns of a value as they were at the greatest or smallest position. */
function at(pick: 'arg_max_null' | 'arg_min_null'): string {
  return ['number', 'text', 'truth'].map((type) => `${pick}(${type}, position) AS ${type}`).join(', ')
}

const nothing = { number: 'NULL::DOUBLE', text: 'NULL::VARCHAR', truth: 'NULL::BOOLEAN' }

function only(type: 'number' | 'truth', sql: string): string {
  const columns = Object.entries({ ...nothing, [type]: sql }).map(([name, value]) => `${value} AS ${name}`)
  return `${columns.join(', ')}, ${sql} IS NOT NULL AS known`
}

const keep: Record<Keep, string> = {
  last: `${at('arg_max_null')}, TRUE AS known`,
  first: `${at('arg_min_null')}, TRUE AS known`,
  any: only('truth', 'bool_or(truth)'),
  sum: only('number', 'sum(number)'),
  mean: only('number', 'avg(number)'),
  max: only('number', 'max(number)'),
  min: only('number', 'min(number)'),
}

function columnsOf(
  alias: string,
  { otherwise, soFar = false }: FeedbackShape,
  within: number | undefined,
  now: number,
): Columns {
  const found = `${alias}.known AND coalesce(isfinite(${alias}.number), TRUE)`
  const plain = { number: `${alias}.number`, text: `${alias}.text`, truth: `${alias}.truth` }
  if (otherwise === undefined || (within === undefined && !soFar))
    return { ...plain, known: `coalesce(${found}, FALSE)` }
  const passed =
    soFar || within === undefined ? 'TRUE' : `(${number(now)} > d.decided_at + ${number(within)})`
  const type = typeof otherwise === 'number' ? 'number' : typeof otherwise === 'string' ? 'text' : 'truth'
  const filled = {
    ...plain,
    [type]: `CASE WHEN ${alias}.owner IS NULL THEN ${literal(otherwise)} ELSE ${plain[type]} END`,
  }
  const whenPassed = (sql: string) => `(CASE WHEN ${passed} THEN ${sql} END)`
  return {
    number: whenPassed(filled.number),
    text: whenPassed(filled.text),
    truth: whenPassed(filled.truth),
    known: `(${passed} AND (${alias}.owner IS NULL OR ${found}))`,
  }
}
