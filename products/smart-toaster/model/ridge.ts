import { solveCholesky } from '@holon/learn'
import { HolonError } from 'holon'

/** A linear model of a number: `intercept` plus weight times value of every feature. */
export interface RidgeModel {
  readonly names: readonly string[]
  readonly intercept: number
  readonly weights: readonly number[]
}

/**
 * Least squares with a penalty on the squares of the weights of standardised features (A. Hoerl, R. Kennard, 1970), by the
 * normal equations and Cholesky's decomposition. The intercept is not penalised.
 *
 * @param rows a list of features for each target, in the order of `names`
 * @param penalty above 0: then there is a solution whatever the rows
 */
export function ridge(
  names: readonly string[],
  rows: readonly (readonly number[])[],
  targets: readonly number[],
  penalty: number,
): RidgeModel {
  if (rows.length !== targets.length || rows.length === 0 || !(penalty > 0)) {
    throw new HolonError(
      'input-invalid',
      `${rows.length} rows, ${targets.length} targets and a penalty of ${penalty} make no model`,
      'Give a target for every row, at least one, and a penalty above 0.',
    )
  }
  const means = names.map((_, i) => meanOf(rows.map((row) => at(row, i))))
  const scales = names.map(
    (_, i) => Math.sqrt(meanOf(rows.map((row) => (at(row, i) - at(means, i)) ** 2))) || 1,
  )
  const middle = meanOf(targets)
  const standard = rows.map((row) => row.map((value, i) => (value - at(means, i)) / at(scales, i)))
  const gram = names.map((_, i) =>
    names.map((_, j) => sum(standard.map((row) => at(row, i) * at(row, j))) + (i === j ? penalty : 0)),
  )
  const moment = names.map((_, i) => sum(standard.map((row, r) => at(row, i) * (at(targets, r) - middle))))
  const solution = solveCholesky(gram, moment)
  if (solution === undefined) {
    throw new HolonError(
      'input-invalid',
      'a row or a target holds what is no number',
      'Leave out rows in which something was not measured.',
    )
  }
  const weights = Array.from(solution, (weight, i) => weight / at(scales, i))
  return { names, weights, intercept: middle - sum(weights.map((weight, i) => weight * at(means, i))) }
}

/** What the model says of a row. */
export function predicted({ intercept, weights }: RidgeModel, row: readonly number[]): number {
  return weights.reduce((total, weight, i) => total + weight * at(row, i), intercept)
}

const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0)
const meanOf = (values: readonly number[]): number => sum(values) / values.length
const at = (values: ArrayLike<number>, index: number): number => values[index] as number
