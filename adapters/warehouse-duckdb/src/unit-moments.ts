import type { JointMomentsOfUnits, SummedMeasure } from 'holon'
import type { ResultRow } from './summary.ts'

/** The four numbers of a unit: numerator and denominator after it met the flight, and before. */
const letters = ['x', 'y', 'p', 'q'] as const

/** One of the four. */
export type Letter = (typeof letters)[number]

/** What a number of a unit is: a column, or the same for all units. */
type Source = 'column' | 'one' | 'zero'

function sourceOf({ op }: SummedMeasure, past: boolean, letter: Letter): Source {
  if (!past && (letter === 'p' || letter === 'q')) return 'zero'
  const isConstant = op === 'count' || op === 'sum'
  return isConstant && (letter === 'y' || letter === 'q') ? 'one' : 'column'
}

/** Which numbers differ between units, so that SQL must sum them. `past`: whether the time before is asked for. */
function summedLetters(measure: SummedMeasure, past: boolean): readonly Letter[] {
  return letters.filter((letter) => sourceOf(measure, past, letter) === 'column')
}

/** Columns that sum the numbers of the i-th measure and their products. */
export function momentColumns(
  measure: SummedMeasure,
  past: boolean,
  i: number,
): Readonly<Record<string, string>> {
  const summed = summedLetters(measure, past)
  const sums = summed.map((a) => [`${a}${i}_sum`, `sum(${a}${i})`])
  const products = summed.flatMap((a, place) =>
    summed.slice(place).map((b) => [`${a}${b}${i}_sum`, `sum(${a}${i} * ${b}${i})`]),
  )
  return Object.fromEntries([...sums, ...products])
}

/** Reads them; what is the same for all of the n units needs no column. Without a row no unit has anything. */
export function readMoments(
  measure: SummedMeasure,
  past: boolean,
  i: number,
  n: number,
  row: ResultRow = {},
): JointMomentsOfUnits {
  const read = (name: string) => (row[`${name}${i}_sum`] ?? 0) as number
  const sources = new Map(letters.map((letter) => [letter, sourceOf(measure, past, letter)]))
  const sum = (a: Letter): number => {
    const source = sources.get(a)
    return source === 'column' ? read(a) : source === 'one' ? n : 0
  }
  const product = (a: Letter, b: Letter): number => {
    const [one, other] = [sources.get(a), sources.get(b)]
    if (one === 'zero' || other === 'zero') return 0
    if (one === 'one') return sum(b)
    return other === 'one' ? sum(a) : read(`${a}${b}`)
  }
  return {
    n,
    sums: [sum('x'), sum('y'), sum('p'), sum('q')],
    products: [
      product('x', 'x'),
      product('x', 'y'),
      product('x', 'p'),
      product('x', 'q'),
      product('y', 'y'),
      product('y', 'p'),
      product('y', 'q'),
      product('p', 'p'),
      product('p', 'q'),
      product('q', 'q'),
    ],
  }
}
