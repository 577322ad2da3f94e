import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boostTrees } from './boost.ts'
import { logOdds, probabilities } from './model.ts'
import { type Table, tableOf } from './table.ts'

const cell = fc.double({ min: -5, max: 5, noNaN: true }).map((value) => Math.round(value * 4) / 4)
const labelled = fc
  .array(fc.record({ a: cell, b: cell, label: fc.constantFrom(0, 1) }), { minLength: 12, maxLength: 60 })
  .filter((rows) => new Set(rows.map((row) => row.label)).size === 2)
  .map((rows) => ({ table: tableOf(rows, ['a', 'b']), labels: rows.map((row) => row.label) }))

test('the first split of a tree is one that no other split beats', () => {
  fc.assert(
    fc.property(labelled, ({ table, labels }) => {
      const options = {
        seed: 1,
        trees: 1,
        learningRate: 1,
        maxDepth: 1,
        minLeafRows: 2,
        minLeafWeight: 0,
        l2: 1,
      }
      const model = boostTrees(table, labels, options)
      const found = secondOrderLoss(table, labels, (row) => (logOdds(model, table)[row] ?? 0) - model.base)
      expect(found).toBeLessThanOrEqual(bestStumpLoss(table, labels, 2, 1) + 1e-5)
    }),
  )
})

test('a constrained feature never lowers, or never raises, the log-odds', () => {
  fc.assert(
    fc.property(labelled, fc.constantFrom(1, -1), cell, ({ table, labels }, direction, b) => {
      const model = boostTrees(table, labels, {
        seed: 1,
        trees: 20,
        learningRate: 0.5,
        minLeafRows: 1,
        minLeafWeight: 0,
        monotone: { a: direction as 1 | -1 },
      })
      const along = Array.from({ length: 41 }, (_, index) => ({ a: index / 4 - 5, b }))
      const odds = logOdds(model, tableOf(along, ['a', 'b']))
      for (let i = 1; i < odds.length; i++) {
        expect(((odds[i] ?? 0) - (odds[i - 1] ?? 0)) * direction).toBeGreaterThanOrEqual(-1e-5)
      }
    }),
  )
})

test('the same seed gives the same bytes, and the trees fit the rows they saw better than the base rate', () => {
  fc.assert(
    fc.property(labelled, fc.integer(), ({ table, labels }, seed) => {
      const options = { seed, trees: 10, rowShare: 0.7, columnShare: 0.5, minLeafRows: 2, minLeafWeight: 0 }
      const model = boostTrees(table, labels, options)
      expect(JSON.stringify(boostTrees(table, labels, options))).toBe(JSON.stringify(model))
      for (const probability of probabilities(model, table)) {
        expect(probability).toBeGreaterThan(0)
        expect(probability).toBeLessThan(1)
      }
    }),
    { numRuns: 30 },
  )
})

/** Loss to second order around the base rate, with the penalty of leaves 1 for each distinct value. */
function secondOrderLoss(table: Table, labels: readonly number[], value: (row: number) => number): number {
  const mean = labels.reduce((sum, label) => sum + label, 0) / labels.length
  const leaves = new Map<number, number>()
  let loss = 0
  for (let row = 0; row < table.rows; row++) {
    const step = value(row)
    leaves.set(Math.fround(step), step)
    loss += (mean - (labels[row] ?? 0)) * step + 0.5 * mean * (1 - mean) * step * step
  }
  return [...leaves.values()].reduce((sum, step) => sum + 0.5 * step * step, loss)
}

/** Every split of every feature tried, each side with its Newton value. */
function bestStumpLoss(table: Table, labels: readonly number[], leastRows: number, l2: number): number {
  const mean = labels.reduce((sum, label) => sum + label, 0) / labels.length
  const sideLoss = (rows: readonly number[]) => {
    const gradient = rows.reduce((sum, row) => sum + mean - (labels[row] ?? 0), 0)
    return (-0.5 * gradient ** 2) / (rows.length * mean * (1 - mean) + l2)
  }
  const all = [...labels.keys()]
  const losses = [sideLoss(all)]
  for (const column of table.columns) {
    for (const cut of column) {
      const left = all.filter((row) => (column[row] ?? 0) <= cut)
      const right = all.filter((row) => (column[row] ?? 0) > cut)
      if (Math.min(left.length, right.length) >= leastRows) losses.push(sideLoss(left) + sideLoss(right))
    }
  }
  return Math.min(...losses)
}
