import type { Arithmetic, Expression } from '../../spec/measure.ts'
import type { ArrivalCurve } from '../../stats/feedback/arrival-curve.ts'

/** Ages at which stretches of a window begin and end: short ones at first, where answers are many. */
export const edgesOf = (window: number, count = 32): readonly number[] =>
  Array.from({ length: count + 1 }, (_, i) => window * (i / count) ** 2)

/** The number of the stretch that a time of an expression is in, from 0; the last also holds what is later. */
export const stretchOf = (time: Expression, edges: readonly number[]): Expression =>
  sumOf(edges.slice(1, -1).map((edge) => isFrom(time, edge)))

/** The share that has come by an age within the window: straight between the edges of a curve, which bends at each. */
export function arrivedBy(age: Expression, { edges, shares }: ArrivalCurve): Expression {
  const slopes = shares.map((share, i) => share / ((edges[i + 1] ?? 0) - (edges[i] ?? 0)))
  return sumOf(
    edges.slice(0, -1).flatMap((edge, i) => {
      const bend = (slopes[i] ?? 0) - (slopes[i - 1] ?? 0)
      const beyond = calculated('multiply', isFrom(age, edge), calculated('subtract', age, literal(edge)))
      return bend === 0 ? [] : [calculated('multiply', literal(bend), beyond)]
    }),
  )
}

/** 1 where a time is within the stretch of that number, else 0. */
export const isIn = (time: Expression, edges: readonly number[], stretch: number): Expression =>
  calculated('subtract', isFrom(time, edges[stretch] ?? 0), isFrom(time, edges[stretch + 1] ?? Infinity))

/** 1 from that time on, else 0. */
export const isFrom = (time: Expression, edge: number): Expression => ({
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
