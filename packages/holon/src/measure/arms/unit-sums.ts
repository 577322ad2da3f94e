import type { Measure } from '../../spec/measure.ts'
import type { JointMomentsOfUnits } from '../../spec/ports.ts'
import type { Row } from '../join.ts'
import { meanOf, number, observations, pairs, sumOf, truth, units } from '../observations.ts'

/** A measure that is a sum over a sum for every unit. */
export type SummedMeasure = Exclude<Measure, { op: 'quantile' | 'auc' | 'calibrationError' }>

/** Numerator and denominator. */
export type Pair = readonly [over: number, under: number]

/** Whether the units of a measure leave sums, or only its rows together say what it is. */
export function isSummed(measure: Measure): measure is SummedMeasure {
  return measure.op !== 'quantile' && measure.op !== 'auc' && measure.op !== 'calibrationError'
}

/** Numerator and denominator of one unit over its rows. */
export function pairOfUnit(measure: SummedMeasure, rows: readonly Row[]): Pair {
  const { per } = measure
  switch (measure.op) {
    case 'count':
      return [units(rows, per).length, 1]
    case 'sum':
      return [sumOf(observations(rows, per, sumOf, (row) => number(measure.of, row))), 1]
    case 'mean':
      return summed(observations(rows, per, meanOf, (row) => number(measure.of, row)))
    case 'rate':
      return summed(observations(rows, per, meanOf, (row) => truth(measure.of, row)))
    case 'ratio': {
      const { x, y } = pairs(measure, rows)
      return [sumOf(x), sumOf(y)]
    }
  }
}

const summed = (values: readonly number[]): Pair => [sumOf(values), values.length]

/** Sums and sums of products over units, from the four numbers of each. */
export function momentsOfUnits(numbers: readonly (readonly [...Pair, ...Pair])[]): JointMomentsOfUnits {
  const sum = (of: (unit: readonly [...Pair, ...Pair]) => number) => sumOf(numbers.map(of))
  return {
    n: numbers.length,
    sums: [sum(([x]) => x), sum(([, y]) => y), sum(([, , p]) => p), sum(([, , , q]) => q)],
    products: [
      sum(([x]) => x * x),
      sum(([x, y]) => x * y),
      sum(([x, , p]) => x * p),
      sum(([x, , , q]) => x * q),
      sum(([, y]) => y * y),
      sum(([, y, p]) => y * p),
      sum(([, y, , q]) => y * q),
      sum(([, , p]) => p * p),
      sum(([, , p, q]) => p * q),
      sum(([, , , q]) => q * q),
    ],
  }
}
