import { HolonError } from 'holon'
import { sigmoid } from 'holon/stats'
import { solveCholesky } from './cholesky.ts'
import type { LinearModel } from './model.ts'
import { requireBinary, type Table } from './table.ts'

/** How to fit a logistic regression. */
export interface LogisticOptions {
  /** Penalty: half of this times the sum of squared weights is added to the summed log loss; the intercept is free. Default 1. */
  readonly l2?: number
  /** Applies the penalty to features scaled to mean 0 and deviation 1; weights come back on the original scale. Default true. */
  readonly standardize?: boolean
  /** Newton steps before giving up; default 100. */
  readonly steps?: number
}

/**
 * Logistic regression with an L2 penalty by Newton's method (iteratively reweighted least squares; Hastie, Tibshirani
 * and Friedman, The Elements of Statistical Learning, 4.4.1), with halved steps where a full one would raise the loss.
 *
 * @throws HolonError `data-invalid` for labels that are not 0 and 1, or when no minimum is reached: without penalty,
 * features that separate the labels have none
 */
export function logisticRegression(
  table: Table,
  labels: ArrayLike<number>,
  options: LogisticOptions = {},
): LinearModel {
  requireBinary(labels, table.rows)
  const { l2 = 1, standardize = true, steps = 100 } = options
  if (!(l2 >= 0 && l2 < Infinity)) {
    throw new HolonError('input-invalid', `l2 is ${l2}`, 'Give a number of at least 0.')
  }
  const scales = table.columns.map((column) => (standardize ? scaleOf(column) : { mean: 0, deviation: 1 }))
  const columns = table.columns.map((column, index) => {
    const { mean, deviation } = scales[index] as Scale
    return Float64Array.from(column, (value) => (value - mean) / deviation)
  })
  const fitted = minimize([new Float64Array(table.rows).fill(1), ...columns], labels, l2, steps)
  const weights = scales.map(({ deviation }, index) => (fitted[index + 1] as number) / deviation)
  const shift = weights.reduce((sum, weight, index) => sum + weight * (scales[index] as Scale).mean, 0)
  return { kind: 'linear', names: table.names, intercept: (fitted[0] as number) - shift, weights }
}

interface Scale {
  readonly mean: number
  readonly deviation: number
}

function scaleOf(column: Float32Array): Scale {
  // The mean of equal values may miss them by a rounding error, which must not be scaled up to a feature.
  if (column.every((value) => value === column[0])) return { mean: column[0] as number, deviation: 1 }
  const mean = column.reduce((sum, value) => sum + value, 0) / column.length
  const variance = column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / column.length
  return { mean, deviation: Math.sqrt(variance) }
}

function minimize(
  columns: readonly Float64Array[],
  labels: ArrayLike<number>,
  l2: number,
  steps: number,
): Float64Array {
  let weights = new Float64Array(columns.length)
  let loss = lossOf(columns, labels, weights, l2)
  for (let step = 0; step < steps; step++) {
    const direction = newtonStep(columns, labels, weights, l2)
    const size = direction.reduce((most, part) => Math.max(most, Math.abs(part)), 0)
    if (size < 1e-10) return weights
    let share = 1
    let next = moved(weights, direction, share)
    while (lossOf(columns, labels, next, l2) > loss && share > 1e-10) {
      share /= 2
      next = moved(weights, direction, share)
    }
    const lower = lossOf(columns, labels, next, l2)
    if (!(lower < loss)) return weights
    weights = next
    loss = lower
  }
  throw new HolonError(
    'data-invalid',
    `logistic regression found no minimum in ${steps} steps`,
    'Raise l2: without it, features that separate the labels have no finite weights.',
  )
}

function moved(weights: Float64Array, direction: Float64Array, share: number) {
  return weights.map((weight, index) => weight + share * (direction[index] as number))
}

function margins(columns: readonly Float64Array[], weights: Float64Array): Float64Array {
  const sums = new Float64Array(columns[0]?.length ?? 0)
  columns.forEach((column, index) => {
    const weight = weights[index] as number
    for (let row = 0; row < sums.length; row++)
      sums[row] = (sums[row] as number) + weight * (column[row] as number)
  })
  return sums
}

function lossOf(
  columns: readonly Float64Array[],
  labels: ArrayLike<number>,
  weights: Float64Array,
  l2: number,
): number {
  const penalty = weights.reduce((sum, weight, index) => (index === 0 ? sum : sum + weight * weight), 0)
  return margins(columns, weights).reduce(
    (sum, margin, row) => {
      const against = labels[row] === 1 ? -margin : margin
      return sum + (against > 0 ? against + Math.log1p(Math.exp(-against)) : Math.log1p(Math.exp(against)))
    },
    (l2 / 2) * penalty,
  )
}

/** Solves (X'WX + penalty) d = X'(y - p) - penalty w. */
function newtonStep(
  columns: readonly Float64Array[],
  labels: ArrayLike<number>,
  weights: Float64Array,
  l2: number,
): Float64Array {
  const probability = margins(columns, weights).map(sigmoid)
  const size = columns.length
  const matrix = Array.from({ length: size }, () => new Float64Array(size))
  const right = new Float64Array(size)
  for (let i = 0; i < size; i++) {
    const first = columns[i] as Float64Array
    right[i] = probability.reduce(
      (sum, p, row) => sum + (first[row] as number) * ((labels[row] as number) - p),
      0,
    )
    for (let j = 0; j <= i; j++) {
      const second = columns[j] as Float64Array
      const sum = probability.reduce(
        (all, p, row) => all + p * (1 - p) * (first[row] as number) * (second[row] as number),
        0,
      )
      const line = matrix[i] as Float64Array
      line[j] = sum
    }
    if (i === 0) continue
    const line = matrix[i] as Float64Array
    line[i] = (line[i] as number) + l2
    right[i] = (right[i] as number) - l2 * (weights[i] as number)
  }
  const solution = solveCholesky(matrix, right)
  if (solution === undefined) throw singular()
  return solution
}

function singular(): HolonError {
  return new HolonError(
    'data-invalid',
    'logistic regression cannot tell its features apart: one follows from others, or they separate the labels',
    'Raise l2, or leave out one value of every one-hot field.',
  )
}
