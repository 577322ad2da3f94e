import type { Arithmetic, Expression } from '../../spec/measure.ts'
import type { ArrivalCurve } from '../../stats/feedback/arrival-curve.ts'

const count = 32

/** Ages at which stretches of a window begin and end: short ones at first, where answers are many. */
export const edgesOf = (window: number): readonly number[] =>
  Array.from({ length: count + 1 }, (_, i) => window * (i / count) ** 2)

/** The number of the stretch that a time of an expression is in, from 0; the last also holds what is later. */
export const stretchOf = (time: Expression, edges: readonly number[]): Expression =>
  sumOf(edges.slice(1, -1).map((edge) => isFrom(time, edge)))

/** The share that has come by an age: straight between the edges of a curve. */
export function arrivedBy(age: Expression, { edges, shares }: ArrivalCurve): Expression {
  return sumOf(
    shares.flatMap((share, i) => {
      const [from = 0, to = 0] = [edges[i], edges[i + 1]]
      if (share === 0) return []
      const part = calculated('divide', calculated('subtract', age, literal(from)), literal(to - from))
      const within = calculated('subtract', isFrom(age, from), isFrom(age, to))
      const come = calculated('add', isFrom(age, to), calculated('multiply', within, part))
      return [calculated('multiply', literal(share), come)]
    }),
  )
}

const isFrom = (time: Expression, edge: number): Expression => ({
  op: 'number',
  of: { op: 'compare', by: 'ge', left: time, right: literal(edge) },
})

/** Of two numbers. */
export const calculated = (by: Arithmetic, left: Expression, right: Expression): Expression => ({
  op: 'arithmetic',
  by,
  left,
  right,
})

/** A number as it is. */
export const literal = (value: number | string | boolean): Expression => ({ op: 'literal', value })

/** In halves, so that no expression is as deep as it has terms. */
function sumOf(terms: readonly Expression[]): Expression {
  const [first = literal(0), ...more] = terms
  if (more.length === 0) return first
  const half = terms.length >> 1
  return calculated('add', sumOf(terms.slice(0, half)), sumOf(terms.slice(half)))
}
