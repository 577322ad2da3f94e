import type { ArmsMeasure, ArmsQuery, SummedMeasure } from 'holon'
import { cellRows, isAround, joiningOf } from './cell-rows.ts'
import { truthOf } from './expression.ts'
import type { Joining } from './joins.ts'
import { type Letter, momentColumns } from './unit-moments.ts'
import { alone, numbersOf, observationOf, overRows } from './unit-numbers.ts'
import { named, type Values, valuesOf } from './values.ts'

/** Measures whose rows are the same, and are averaged over the same within a unit. */
export interface SummedTogether extends Pick<ArmsMeasure, 'feedback'> {
  readonly decision: string
  /** Persons or episodes within a unit of another kind. */
  readonly owner?: 'person' | 'episode'
  readonly measures: readonly SummedMeasure[]
}

/** One statement that sums all of the measures over the units of each part. */
export function sumUnits(query: ArmsQuery, together: SummedTogether): string {
  const { measures } = together
  const past = query.before !== undefined
  const sums = columnsOf(measures, (measure, i) => momentColumns(measure, past, i))
  return `SELECT part::DOUBLE AS part, ${named(sums)} FROM (${numbersOfUnits(query, together)}) GROUP BY part`
}

/** A time of a unit: the letters of its two numbers, and which rows are of it. */
interface Period {
  readonly over: Letter
  readonly under: Letter
  readonly filter: string
}

function periodsOf({ before }: ArmsQuery): readonly Period[] {
  if (before === undefined) return [{ over: 'x', under: 'y', filter: '' }]
  return [
    { over: 'x', under: 'y', filter: ' FILTER (WHERE after)' },
    { over: 'p', under: 'q', filter: ' FILTER (WHERE NOT after)' },
  ]
}

/** A row for each cell that has rows: `part`, and the numbers of each measure. */
function numbersOfUnits(query: ArmsQuery, together: SummedTogether): string {
  const { owner, measures } = together
  const rows = rowsOf(query, together)
  const periods = periodsOf(query)
  return owner === undefined
    ? numbersOfRows(measures, periods, rows)
    : numbersOfOwners(measures, periods, rows)
}

/** Where every row is an observation, or all rows of the unit together are one. */
function numbersOfRows(measures: readonly SummedMeasure[], periods: readonly Period[], rows: string): string {
  const numbers = eachNumber(measures, periods, (measure, i, { filter }) => {
    const values = inRows(measure, i)
    return measure.per === 'decision'
      ? numbersOf(measure, values, overRows(filter))
      : numbersOf(measure, observationOf(measure, values, filter), alone)
  })
  return `SELECT part, ${named(numbers)} FROM (${rows}) GROUP BY cell, part`
}

/** Where the rows of each owner within the unit are one observation. */
function numbersOfOwners(
  measures: readonly SummedMeasure[],
  periods: readonly Period[],
  rows: string,
): string {
  const observations = columnsOf(measures, (measure, i) =>
    columnsOf(periods, (period) => {
      const observed = observationOf(measure, inRows(measure, i), period.filter)
      return columnsNamed(inObservations(measure, i, period), observed)
    }),
  )
  const numbers = eachNumber(measures, periods, (measure, i, period) =>
    numbersOf(measure, inObservations(measure, i, period), overRows('')),
  )
  const observed = `SELECT cell, part, ${named(observations)} FROM (${rows}) WHERE owner IS NOT NULL GROUP BY cell, part, owner`
  return `SELECT part, ${named(numbers)} FROM (${observed}) GROUP BY cell, part`
}

/** The numbers of each measure in each period, by their letter and place. Units without a value have 0. */
function eachNumber(
  measures: readonly SummedMeasure[],
  periods: readonly Period[],
  numbers: (measure: SummedMeasure, i: number, period: Period) => Values,
): Readonly<Record<string, string>> {
  const orNothing = (sql: string) => `coalesce(${sql}, 0)::DOUBLE`
  return columnsOf(measures, (measure, i) =>
    columnsOf(periods, (period) => {
      const { x, y } = numbers(measure, i, period)
      return {
        [period.over + i]: orNothing(x),
        ...(y !== undefined && { [period.under + i]: orNothing(y) }),
      }
    }),
  )
}

/** The rows in their cells: whether they are `after` the flight was met, their `owner`, and the values of each measure. */
function rowsOf(query: ArmsQuery, { decision, feedback, owner, measures }: SummedTogether): string {
  const joining = joiningOf(query, { feedback, measure: { decision } })
  const columns = {
    ...(query.before !== undefined && { after: 'd.decided_at >= c.met' }),
    ...(owner !== undefined && { owner: `d.${owner}` }),
    ...columnsOf(measures, (measure, i) => valueColumns(measure, i, joining)),
  }
  return cellRows(query, decision, joining.joins(), columns, [isAround(query)])
}

/** The values of a row, NULL where it does not count: a pair only where both are there. */
function valueColumns(
  measure: SummedMeasure,
  i: number,
  { read }: Joining,
): Readonly<Record<string, string>> {
  const { x, y } = valuesOf(measure, read)
  const names = inRows(measure, i)
  const among = measure.among === undefined ? [] : [truthOf(read(measure.among))]
  const when = (conditions: readonly string[], sql: string) =>
    conditions.length === 0 ? sql : `CASE WHEN ${conditions.join(' AND ')} THEN ${sql} END`
  if (y === undefined || names.y === undefined) return { [names.x]: when(among, x) }
  return {
    [names.x]: when([...among, `${y} IS NOT NULL`], x),
    [names.y]: when([...among, `${x} IS NOT NULL`], y),
  }
}

/** Names of the columns of the i-th measure among the rows. */
function inRows({ op }: SummedMeasure, i: number): Values {
  return { x: `v${i}`, ...(op === 'ratio' && { y: `w${i}` }) }
}

/** And among the observations. */
function inObservations({ op }: SummedMeasure, i: number, { over, under }: Period): Values {
  return { x: `o${over}${i}`, ...(op === 'ratio' && { y: `o${under}${i}` }) }
}

/** Values under other names. */
function columnsNamed(names: Values, values: Values): Readonly<Record<string, string>> {
  const { x, y } = values
  return { [names.x]: x, ...(names.y !== undefined && y !== undefined && { [names.y]: y }) }
}

function columnsOf<T>(
  of: readonly T[],
  columns: (one: T, i: number) => Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.assign({}, ...of.map(columns))
}
