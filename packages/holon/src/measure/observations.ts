import type { Expression, Measure, Per } from '../spec/measure.ts'
import { evaluate } from './evaluate.ts'
import type { Row } from './join.ts'

/** The rows of each observation: one, or all of a person or an episode. Rows that belong to none are left out. */
export function units(rows: readonly Row[], per: Per): readonly (readonly Row[])[] {
  if (per === 'decision') return rows.map((row) => [row])
  const owned = rows.filter((row) => row.decision[per] !== undefined)
  return [...Map.groupBy(owned, (row) => row.decision[per]).values()]
}

/** One number for each observation that has a row with a value. */
export function observations(
  rows: readonly Row[],
  per: Per,
  reduce: (values: readonly number[]) => number,
  value: (row: Row) => number | null,
): readonly number[] {
  // The sum and the mean of one number are that number.
  if (per === 'decision') return rows.map(value).filter((one) => one !== null)
  return units(rows, per)
    .map((unit) => unit.map(value).filter((one) => one !== null))
    .filter((values) => values.length > 0)
    .map(reduce)
}

/** The truth of an expression as 1 and 0; null where it has none. */
export function truth(of: Expression, row: Row): number | null {
  const value = evaluate(of, row)
  return typeof value === 'boolean' ? Number(value) : null
}

/** The number of an expression; null where it has none. */
export function number(of: Expression, row: Row): number | null {
  const value = evaluate(of, row)
  return typeof value === 'number' ? value : null
}

/** Both sums of each observation, over its rows that have both numbers. */
export function pairs(
  { of, over, per }: Extract<Measure, { op: 'ratio' }>,
  rows: readonly Row[],
): { readonly x: readonly number[]; readonly y: readonly number[] } {
  const both = rows.filter((row) => number(of, row) !== null && number(over, row) !== null)
  const sums = (one: Expression) => observations(both, per, sumOf, (row) => number(one, row))
  return { x: sums(of), y: sums(over) }
}

/** 0 of no values. */
export function sumOf(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0)
}

/** Of at least one value. */
export function meanOf(values: readonly number[]): number {
  return sumOf(values) / values.length
}
