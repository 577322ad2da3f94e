import { HolonError } from 'holon'
import { sigmoid } from 'holon/stats'
import type { Table } from './table.ts'

/**
 * One decision tree as flat lists, one entry a node, root first. At a node the row goes to `yes` when
 * `row[feature] <= threshold`, else to `no`; a leaf has feature -1 and adds `value`.
 */
export interface Tree {
  readonly feature: readonly number[]
  readonly threshold: readonly number[]
  readonly yes: readonly number[]
  readonly no: readonly number[]
  readonly value: readonly number[]
}

/** Boosted trees: `base` plus the leaf of every tree is the log-odds that the label is 1. All numbers are 32-bit floats. */
export interface BoostedTrees {
  readonly kind: 'trees'
  readonly names: readonly string[]
  readonly base: number
  readonly trees: readonly Tree[]
}

/** Logistic regression: `intercept` plus weight times value of every feature is the log-odds that the label is 1. */
export interface LinearModel {
  readonly kind: 'linear'
  readonly names: readonly string[]
  readonly intercept: number
  readonly weights: readonly number[]
}

/**
 * Log-odds of every row of a table. Trees are summed in 32-bit floats, in order, as an ONNX runtime does.
 *
 * @throws HolonError `data-invalid` when the table has other columns than the model
 */
export function logOdds(model: BoostedTrees | LinearModel, table: Table): Float64Array {
  if (model.names.join('\n') !== table.names.join('\n')) {
    throw new HolonError(
      'data-invalid',
      `the table has columns ${table.names.join(', ')}; the model has ${model.names.join(', ')}`,
      'Make the table with the names of the model, in the same order.',
    )
  }
  return model.kind === 'trees' ? sumTrees(model, table) : sumTerms(model, table)
}

/** Probability that the label is 1, for every row of a table. */
export function probabilities(model: BoostedTrees | LinearModel, table: Table): Float64Array {
  return logOdds(model, table).map(sigmoid)
}

/** Adds what one tree says about each row to `sums`, rounding to 32-bit floats. */
export function addTree(tree: Tree, columns: readonly Float32Array[], sums: Float64Array): void {
  for (let row = 0; row < sums.length; row++) {
    let node = 0
    for (let feature = at(tree.feature, 0); feature >= 0; feature = at(tree.feature, node)) {
      const value = columns[feature]?.[row] ?? Number.NaN
      node = value <= at(tree.threshold, node) ? at(tree.yes, node) : at(tree.no, node)
    }
    sums[row] = Math.fround(at(sums, row) + at(tree.value, node))
  }
}

function sumTrees(model: BoostedTrees, table: Table): Float64Array {
  const sums = new Float64Array(table.rows)
  for (const tree of model.trees) addTree(tree, table.columns, sums)
  return sums.map((sum) => Math.fround(sum + model.base))
}

function sumTerms(model: LinearModel, table: Table): Float64Array {
  const sums = new Float64Array(table.rows).fill(model.intercept)
  model.weights.forEach((weight, index) => {
    table.columns[index]?.forEach((value, row) => {
      sums[row] = at(sums, row) + weight * value
    })
  })
  return sums
}

function at(values: ArrayLike<number>, index: number): number {
  return values[index] as number
}
