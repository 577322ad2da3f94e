import type { FairnessDeclaration, FairnessNumber } from '../../spec/fairness.ts'
import { difference, type Located, multiple } from '../../stats/interval/contrast.ts'
import { type Cell, located, nameOf } from './cell.ts'

/** Two groups compared in a number, the higher one first. */
export interface Pair {
  readonly between: readonly [string, string]
  /** How far the first is above the second. */
  readonly gap: Located
  /** The second as a multiple of the first. */
  readonly ratio: Located
  readonly values: readonly [number, number]
}

/** All pairs of groups that a number is known of, and the groups it is not known of. */
export interface Compared {
  readonly pairs: readonly Pair[]
  readonly unknown: readonly string[]
}

/**
 * Compares every two groups in a number. Intervals are simultaneous at 95 % over all pairs of `cells` and over `looks`
 * such comparisons (C. E. Bonferroni).
 */
export function compare(
  cells: readonly Cell[],
  number: FairnessNumber,
  { minimum }: Pick<FairnessDeclaration, 'minimum'>,
  looks = 1,
): Compared {
  const places = cells.map((cell) => ({
    name: nameOf(cell),
    at: (confidence: number) => located(cell.answers.get(number), confidence, minimum),
  }))
  const known = places.filter(({ at }) => at(0.95) !== undefined)
  const confidence = 1 - 0.05 / (looks * Math.max(1, (known.length * (known.length - 1)) / 2))
  const values = known.flatMap(({ name, at }) => {
    const value = at(confidence)
    return value === undefined ? [] : [{ name, ...value }]
  })
  return {
    pairs: values.flatMap((one, index) => values.slice(index + 1).map((other) => pairOf(one, other))),
    unknown: places.filter((one) => !known.includes(one)).map((one) => one.name),
  }
}

type Named = Located & { readonly name: string }

function pairOf(one: Named, other: Named): Pair {
  const [high, low] = one.value >= other.value ? [one, other] : [other, one]
  return {
    between: [high.name, low.name],
    gap: difference(high, low),
    ratio: multiple(low, high),
    values: [high.value, low.value],
  }
}

/** The pair that lies furthest apart. */
export const widest = (pairs: readonly Pair[]): Pair | undefined =>
  pairs.toSorted((a, b) => b.gap.value - a.gap.value)[0]
