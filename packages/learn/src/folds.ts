import { HolonError } from 'holon'
import { seededRandom } from 'holon/stats'
import { shuffled } from './random.ts'

/**
 * Deals rows into `count` folds so that each has about the same share of every label.
 *
 * @returns the fold of every row, 0 to `count` - 1
 * @throws HolonError `input-invalid` for fewer than 2 folds, or fewer rows of some label than folds
 */
export function stratifiedFolds(labels: ArrayLike<number>, count: number, seed: number): Int32Array {
  const order = shuffled(labels.length, seededRandom(seed))
  const folds = new Int32Array(labels.length)
  const places = new Map<number, number[]>()
  for (const row of order) {
    const label = labels[row] as number
    const rows = places.get(label)
    if (rows === undefined) places.set(label, [row])
    else rows.push(row)
  }
  let next = 0
  for (const rows of [...places.entries()].sort(([a], [b]) => a - b).map(([, rows]) => rows)) {
    requireFolds(count, rows.length, 'rows of one label')
    for (const row of rows) folds[row] = next++ % count
  }
  return folds
}

/**
 * Deals rows into `count` folds of about equal size so that rows of one group, such as one person, share a fold.
 *
 * @returns the fold of every row, 0 to `count` - 1
 * @throws HolonError `input-invalid` for fewer than 2 folds, or fewer groups than folds
 */
export function groupedFolds(groups: readonly string[], count: number, seed: number): Int32Array {
  const sizes = new Map<string, number>()
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1)
  requireFolds(count, sizes.size, 'groups')
  const names = [...sizes.keys()]
  const order = [...shuffled(names.length, seededRandom(seed))].map((index) => names[index] as string)
  const filled = new Array<number>(count).fill(0)
  const chosen = new Map<string, number>()
  for (const name of order.sort((a, b) => (sizes.get(b) as number) - (sizes.get(a) as number))) {
    const least = filled.indexOf(Math.min(...filled))
    filled[least] = (filled[least] as number) + (sizes.get(name) as number)
    chosen.set(name, least)
  }
  return Int32Array.from(groups, (group) => chosen.get(group) as number)
}

/**
 * Predictions for every row by models that have not seen it: for each fold, `fit` learns from the rows of the others and
 * what it returns predicts the fold's rows. All that learns from labels, calibration too, belongs inside `fit`.
 *
 * @example
 * ```ts
 * const hours = Array.from({ length: 40 }, (_, i) => i)
 * const table = tableOf(hours.map((value) => ({ hours: value })), ['hours'])
 * const labels = hours.map((value) => (value < 20 ? 0 : 1))
 * outOfFold(stratifiedFolds(labels, 10, 1), (train) => {
 *   const model = boostTrees(take(table, train), gather(labels, train), { seed: 1 })
 *   return (test) => probabilities(model, take(table, test))
 * })
 * ```
 */
export function outOfFold(
  folds: Int32Array,
  fit: (train: Int32Array) => (test: Int32Array) => ArrayLike<number>,
): Float64Array {
  const predictions = new Float64Array(folds.length)
  const count = folds.reduce((most, fold) => Math.max(most, fold), -1) + 1
  for (let fold = 0; fold < count; fold++) {
    const test = rowsWhere(folds, (of) => of === fold)
    const predicted = fit(rowsWhere(folds, (of) => of !== fold))(test)
    test.forEach((row, index) => {
      predictions[row] = predicted[index] as number
    })
  }
  return predictions
}

function rowsWhere(folds: Int32Array, chosen: (fold: number) => boolean): Int32Array {
  return Int32Array.from([...folds.keys()].filter((row) => chosen(folds[row] as number)))
}

function requireFolds(count: number, available: number, what: string): void {
  if (Number.isInteger(count) && count >= 2 && count <= available) return
  throw new HolonError(
    'input-invalid',
    `${count} folds of ${available} ${what}`,
    `Ask for 2 to ${available} folds.`,
  )
}
