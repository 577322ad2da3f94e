import type { FairnessDimension } from '../../spec/fairness.ts'
import type { Expression } from '../../spec/measure.ts'
import type { MeasureAnswer } from '../../spec/ports.ts'
import { bySlice } from '../by-slice.ts'

/** More groups than this in one way to tell people apart are not told. */
const mostGroups = 20

/** A way to tell decisions apart with the values that were seen. */
export interface Axis extends FairnessDimension {
  readonly values: readonly (string | boolean)[]
}

/** The axis with the values of those slices that count most. */
export function axisOf(dimension: FairnessDimension, slices: readonly MeasureAnswer[]): Axis {
  const sized = slices.flatMap(({ slice, statistics }) =>
    typeof slice === 'string' || typeof slice === 'boolean'
      ? [{ slice, n: statistics.kind === 'count' ? statistics.n : 0 }]
      : [],
  )
  const largest = sized.toSorted((a, b) => b.n - a.n || bySlice(a, b)).slice(0, mostGroups)
  return { ...dimension, values: largest.toSorted(bySlice).map((one) => one.slice) }
}

/** Every combination of values, one of each axis. */
export function combinations(axes: readonly Axis[]): readonly (readonly (string | boolean)[])[] {
  return axes.reduce<readonly (readonly (string | boolean)[])[]>(
    (all, axis) => all.flatMap((one) => axis.values.map((value) => [...one, value])),
    [[]],
  )
}

/**
 * One slice for several axes: the place of a row's combination among `combinations`, unknown where one of its values is.
 * A plain number, so every warehouse can slice by it.
 */
export function placeOf(axes: readonly Axis[]): Expression {
  return axes.reduce<Expression>(
    (place, axis) => plus(times(place, number(axis.values.length)), indexOf(axis)),
    number(0),
  )
}

/** The index of a row's value among those of an axis; unknown for all others. */
function indexOf({ of, values }: Axis): Expression {
  const is = (value: string | boolean): Expression => ({
    ...{ op: 'compare', by: 'eq', left: of, right: { op: 'literal', value } },
  })
  const sum = values
    .map((value, index) => times({ op: 'number', of: is(value) }, number(index)))
    .reduce(plus, number(0))
  // Divided by 1 among the values, by 0 elsewhere, and a quotient by 0 is unknown.
  const told: Expression = { op: 'number', of: { op: 'or', of: values.map(is) } }
  return { op: 'arithmetic', by: 'divide', left: sum, right: told }
}

/** A value of an axis as people read it: a boolean says the name of the axis, or that it is not so. */
export const shownAs = (value: string | boolean, { name }: Pick<Axis, 'name'>): string =>
  typeof value === 'string' ? value : value ? name : `not ${name}`

const number = (value: number): Expression => ({ op: 'literal', value })
const plus = (left: Expression, right: Expression): Expression => ({
  ...{ op: 'arithmetic', by: 'add', left, right },
})
const times = (left: Expression, right: Expression): Expression => ({
  ...{ op: 'arithmetic', by: 'multiply', left, right },
})
