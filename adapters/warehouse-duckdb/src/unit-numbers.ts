import type { SummedMeasure } from 'holon'
import type { Values } from './values.ts'

/** How values become one: of many rows, or of the only one. */
interface Aggregate {
  sum(x: string): string
  count(x: string): string
}

/** Over the rows of a group for which a condition is true. */
export function overRows(filter: string): Aggregate {
  return { sum: (x) => `sum(${x})${filter}`, count: (x) => `count(${x})${filter}` }
}

/** Where a group has one row. */
export const alone: Aggregate = { sum: (x) => x, count: (x) => `(${x} IS NOT NULL)::INTEGER` }

/** The observation of a person or episode within a unit, from its rows; NULL where none has a value. */
export function observationOf({ op }: SummedMeasure, { x, y }: Values, filter: string): Values {
  const { sum, count } = overRows(filter)
  if (op === 'count') return { x: `CASE WHEN ${count(x)} > 0 THEN 1 END` }
  if (op === 'rate' || op === 'mean') return { x: `avg(${x})${filter}` }
  return y === undefined ? { x: sum(x) } : { x: sum(x), y: sum(y) }
}

/** Numerator and, unless it is 1 for every unit, denominator of a unit from its observations. */
export function numbersOf({ op }: SummedMeasure, { x, y }: Values, { sum, count }: Aggregate): Values {
  if (op === 'count') return { x: count(x) }
  if (op === 'rate' || op === 'mean') return { x: sum(x), y: count(x) }
  return y === undefined ? { x: sum(x) } : { x: sum(x), y: sum(y) }
}
