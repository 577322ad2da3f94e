import { HolonError } from 'holon'
import { expect, test } from 'vitest'
import { boostTrees } from './boost.ts'
import { probabilities } from './model.ts'
import { tableOf } from './table.ts'

const grid = Array.from({ length: 100 }, (_, index) => ({ a: index % 10, b: Math.floor(index / 10) }))
const table = tableOf(grid, ['a', 'b'])
const either = grid.map(({ a, b }) => Number(a < 5 !== b < 4))

function rightShare(depth: number): number {
  const said = probabilities(
    boostTrees(table, either, { seed: 1, trees: 60, maxDepth: depth, minLeafRows: 2 }),
    table,
  )
  return said.filter((probability, row) => probability > 0.5 === (either[row] === 1)).length / either.length
}

test('two splits deep learns what depends on two features together, one split deep cannot', () => {
  expect(rightShare(2)).toBe(1)
  expect(rightShare(1)).toBeLessThan(0.8)
})

test('stops when other rows no longer gain, and keeps the trees up to there', () => {
  const noise = grid.map((_, index) => (index * 7919 + (index % 13)) % 2)
  const stopping = { table, labels: noise.toReversed(), patience: 5 }
  const model = boostTrees(table, noise, { seed: 1, trees: 200, learningRate: 0.5, stopping })
  expect(model.trees.length).toBeLessThan(20)
})

test('a sample of rows changes with the seed', () => {
  const of = (seed: number) => JSON.stringify(boostTrees(table, either, { seed, trees: 5, rowShare: 0.5 }))
  expect(of(1)).not.toBe(of(2))
})

test.each([
  [{ learningRate: 0 }, 'learningRate is 0'],
  [{ trees: 1.5 }, 'trees is 1.5'],
  [{ bins: 1000 }, 'bins is 1000'],
  [{ l2: -1 }, 'l2 is -1'],
  [{ monotone: { c: 1 } }, 'the monotone constraint on "c" is on no feature'],
] as const)('refuses %j', (options, message) => {
  const boost = () => boostTrees(table, either, { seed: 1, ...options })
  expect(boost).toThrow(HolonError)
  expect(boost).toThrow(message)
})

test('refuses labels that are not 0 and 1, or all alike', () => {
  expect(() =>
    boostTrees(
      table,
      either.map(() => 1),
      { seed: 1 },
    ),
  ).toThrow('labels')
  expect(() => boostTrees(table, either.slice(1), { seed: 1 })).toThrow('99 labels')
})
