import { boostTrees, type LinearModel, logisticRegression, probabilities, tableOf } from '@holon/learn'
import { onnx, writeLinear, writeTrees } from '@holon/model-onnx'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const names = ['a', 'b', 'c']
// Tenths, as of something measured: the coefficient of a column that varies by less than 32-bit floats hold has no place in a file.
const cell = fc.integer({ min: -1000, max: 1000 }).map((tenths) => tenths / 10)
const labelled = fc
  .array(fc.record({ a: cell, b: cell, c: fc.boolean(), label: fc.constantFrom(0, 1) }), {
    minLength: 20,
    maxLength: 80,
  })
  .filter((rows) => new Set(rows.map(({ label }) => label)).size === 2)

test('a model says the same where it was trained, compiled from its file, and by onnxruntime', async () => {
  await fc.assert(
    fc.asyncProperty(labelled, async (rows) => {
      const table = tableOf(rows, names)
      const labels = rows.map(({ label }) => label)
      const trees = boostTrees(table, labels, {
        seed: 1,
        trees: 60,
        learningRate: 0.3,
        minLeafRows: 2,
        minLeafWeight: 0,
      })
      await agrees(writeTrees(trees, {}), probabilities(trees, table), rows)
      const linear: LinearModel = logisticRegression(table, labels)
      await agrees(writeLinear(linear, {}), probabilities(linear, table), rows)
    }),
    { numRuns: 15 },
  )
})

async function agrees(
  bytes: Uint8Array,
  expected: Float64Array,
  rows: readonly Record<string, number | boolean>[],
) {
  const compiled = await onnx(bytes)
  const runtime = await onnx(bytes, { engine: 'onnxruntime' })
  for (const [row, features] of rows.entries()) {
    for (const model of [compiled, runtime]) {
      expect(
        Math.abs(((await model.predict(features)) as number) - (expected[row] ?? Number.NaN)),
      ).toBeLessThanOrEqual(1e-6)
    }
  }
  await runtime.close?.()
}
