import type { Expression, Measure } from '../../spec/measure.ts'
import { literal } from './stretches.ts'

/** Of the rows of a measure those that are older than a time (`gt`, in milliseconds), or not (`le`). */
export function aged({ among }: Measure, by: 'gt' | 'le', time: number): Expression {
  const isAged: Expression = { op: 'compare', by, left: { op: 'age' }, right: literal(time) }
  return among === undefined ? isAged : { op: 'and', of: [among, isAged] }
}
