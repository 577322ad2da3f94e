import fc from 'fast-check'
import { expect, test } from 'vitest'
import { logisticRegression } from './logistic-regression.ts'
import { probabilities } from './model.ts'
import { tableOf } from './table.ts'

// On a grid, so that scaling by a power of two leaves no digit out.
const cell = fc.integer({ min: -500, max: 500 }).map((value) => value / 64)
const labelled = fc
  .array(fc.record({ a: cell, b: cell, label: fc.constantFrom(0, 1) }), { minLength: 5, maxLength: 40 })
  .filter((rows) => new Set(rows.map((row) => row.label)).size === 2)

test('at the weights found, the slope of the penalized loss is flat', () => {
  fc.assert(
    fc.property(labelled, fc.double({ min: 0.1, max: 100, noNaN: true }), (rows, l2) => {
      const table = tableOf(rows, ['a', 'b'])
      const labels = rows.map((row) => row.label)
      const model = logisticRegression(table, labels, { l2, standardize: false })
      const errors = [...probabilities(model, table)].map(
        (probability, row) => (labels[row] ?? 0) - probability,
      )
      expect(sum(errors)).toBeCloseTo(0, 5)
      for (const [index, weight] of model.weights.entries()) {
        const column = table.columns[index] ?? []
        expect(sum(errors.map((error, row) => error * (column[row] ?? 0))) - l2 * weight).toBeCloseTo(0, 4)
      }
    }),
  )
})

test('scaling a feature does not change what is said when features are standardized', () => {
  fc.assert(
    fc.property(labelled, fc.constantFrom(0.5, 8, 1024), (rows, factor) => {
      const labels = rows.map((row) => row.label)
      const table = tableOf(rows, ['a', 'b'])
      const scaled = tableOf(
        rows.map((row) => ({ ...row, a: row.a * factor })),
        ['a', 'b'],
      )
      const [plain, other] = [table, scaled].map((each) =>
        probabilities(logisticRegression(each, labels), each),
      )
      for (const [row, probability] of (plain ?? []).entries())
        expect(other?.[row]).toBeCloseTo(probability, 4)
    }),
  )
})

test('says so when labels are separated and nothing holds the weights back', () => {
  const table = tableOf([{ x: -1 }, { x: -2 }, { x: 1 }, { x: 2 }], ['x'])
  expect(() => logisticRegression(table, [0, 0, 1, 1], { l2: 0 })).toThrow(/no minimum|apart/)
})

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0)
}
