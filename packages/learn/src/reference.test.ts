import { expect, test } from 'vitest'
import { boostTrees } from './boost.ts'
import { logisticRegression } from './logistic-regression.ts'
import { probabilities } from './model.ts'
import { tableOf } from './table.ts'

const points = [
  [1.69, -0.47, 1],
  [0.03, 0.41, 0],
  [-0.79, 0, 1],
  [0, -1.75, 1],
  [1.02, 0.6, 1],
  [-0.63, -0.17, 0],
  [0.51, -0.26, 1],
  [-0.24, -1.45, 1],
  [0.55, 0.12, 0],
  [0.27, -1.53, 1],
  [1.65, 0.15, 1],
  [-0.39, 2.03, 0],
  [-0.05, -1.45, 1],
  [-0.41, -2.29, 0],
  [1.05, -0.42, 1],
  [-0.74, 1.07, 0],
  [-1.65, 0.54, 0],
  [-2.06, -0.66, 0],
  [-1.2, 1.46, 0],
  [1.77, -0.33, 1],
  [0.84, -0.18, 1],
  [0.57, -0.75, 1],
  [-1.71, -1.8, 1],
  [0.38, 2.25, 0],
] as const

const table = tableOf(
  points.map(([x, y]) => ({ x, y })),
  ['x', 'y'],
)
const labels = points.map(([, , label]) => label)

test('logistic regression finds the weights that scikit-learn 1.9.1 finds with C = 0.5', () => {
  const { intercept, weights } = logisticRegression(table, labels, { l2: 2, standardize: false })
  const expected = [0.2160683021425354, 0.875246977929916, -0.8011733648885916]
  for (const [index, found] of [intercept, ...weights].entries())
    expect(found).toBeCloseTo(expected[index] ?? 0, 6)
})

test('three boosted trees say what those of LightGBM 4.7.0 say', () => {
  const model = boostTrees(table, labels, {
    seed: 1,
    trees: 3,
    learningRate: 0.3,
    maxDepth: 2,
    maxLeaves: 4,
    minLeafRows: 3,
    minLeafWeight: 0.001,
    l2: 1,
  })
  const expected = [
    0.7807515, 0.3254984, 0.4881843, 0.7474486, 0.6632427, 0.4881843, 0.7474486, 0.7474486, 0.5199307,
    0.7474486, 0.6632427, 0.3254984, 0.7474486, 0.5488915, 0.7807515, 0.3254984, 0.3254984, 0.5488915,
    0.3254984, 0.7807515, 0.7807515, 0.7807515, 0.5488915, 0.3254984,
  ]
  const found = probabilities(model, table)
  for (const [row, probability] of found.entries()) expect(probability).toBeCloseTo(expected[row] ?? 0, 6)
})
