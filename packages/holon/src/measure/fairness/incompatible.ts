import type { FairnessDeclaration, FairnessNumber } from '../../spec/fairness.ts'
import { impliedFalsePositiveRate } from '../../stats/fairness/incompatible.ts'
import { type Cell, located, nameOf } from './cell.ts'
import { compare, widest } from './pairs.ts'
import { percent } from './words.ts'

/**
 * What cannot hold together between the two groups whose base rates lie furthest apart, in words and with their numbers
 * (J. Kleinberg, S. Mullainathan, M. Raghavan, 2016; A. Chouldechova, 2017). Null where too little is known.
 */
export function incompatible(cells: readonly Cell[], declaration: FairnessDeclaration): string | null {
  const worst = widest(compare(cells, 'deserved', declaration).pairs)
  if (worst === undefined) return null
  const [high, low] = worst.between.map((name) => cells.find((cell) => nameOf(cell) === name))
  const together = high &&
    low && { precision: pooled([high, low], 'precision'), recall: pooled([high, low], 'recall') }
  const { precision, recall } = together ?? {}
  if (precision === undefined || recall === undefined) return null
  const [a, b] = worst.between
  const rates = `${percent(worst.values[0])} of ${a} and ${percent(worst.values[1])} of ${b} deserve it`
  if (worst.gap.lower <= 0 && worst.gap.upper >= 0) {
    return `${rates}, which may be chance. If groups do differ in that, a benefit that means the same in each of them and errs equally often in each is only possible where nobody is ever wrong.`
  }
  if (precision === 1 && recall === 1)
    return `${rates}, and nobody was wrong: only so can all definitions hold together.`
  const [more, fewer] = worst.values.map((baseRate) =>
    baseRate > 0 && baseRate < 1 ? impliedFalsePositiveRate({ baseRate, precision, recall }) : undefined,
  )
  if (more === undefined || fewer === undefined)
    return `${rates}: a group without a difference cannot be compared.`
  return `${rates}. So not everything can hold together: if having the benefit meant the same in both (${percent(precision)} of those who had it deserve it) and both were as often treated well when they deserve it (${percent(recall)}), then ${asShare(more)} of the others among ${a} but ${asShare(fewer)} among ${b} would have the benefit. Calibration and equal errors exclude each other here, whatever the model; which of them counts is for people to choose.`
}

const asShare = (rate: number): string => (rate > 1 ? 'more than all' : percent(rate))

/** The share in several groups together. */
function pooled(cells: readonly Cell[], number: FairnessNumber): number | undefined {
  const parts = cells.map((cell) => located(cell.answers.get(number), 0.95, 1))
  const known = parts.filter((one) => one !== undefined)
  const n = known.reduce((sum, one) => sum + one.n, 0)
  if (known.length < cells.length || n === 0) return undefined
  return known.reduce((sum, one) => sum + one.value * one.n, 0) / n
}
