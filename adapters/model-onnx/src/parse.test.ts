import fc from 'fast-check'
import { HolonError } from 'holon'
import { expect, test } from 'vitest'
import { compile } from './compile.ts'
import { ensembleOf } from './ensemble.fixture.ts'
import { encodeGraph, mlNode } from './graph.fixture.ts'
import { parse } from './parse.ts'

const stump = {
  nodes_treeids: [0, 0, 0],
  nodes_nodeids: [0, 1, 2],
  nodes_featureids: [1, 0, 0],
  nodes_modes: ['BRANCH_LEQ', 'LEAF', 'LEAF'],
  nodes_values: [0.5, 0, 0],
  nodes_truenodeids: [1, 0, 0],
  nodes_falsenodeids: [2, 0, 0],
  target_ids: [0, 0],
  target_nodeids: [1, 2],
  target_treeids: [0, 0],
  target_weights: [1, 2],
  n_targets: 1,
}

function compiled(changes: Partial<Record<keyof typeof stump | 'aggregate_function', unknown>>) {
  const attributes = { ...stump, ...changes } as typeof stump
  return compile(
    parse(
      encodeGraph({
        nodes: [mlNode('TreeEnsembleRegressor', ['y'], attributes)],
        inputs: [['x', 1, undefined, 2]],
        outputs: [['y', 1, undefined, 1]],
      }),
    ),
  )
}

test('the stump itself compiles', () => {
  expect(compiled({})?.run(Float64Array.of(0, 0.5))[0]).toBe(1)
  expect(compiled({})?.run(Float64Array.of(0, 0.6))[0]).toBe(2)
})

test.each([
  ['a node that leads to its parent', { nodes_truenodeids: [0, 0, 0] }, 'cycle'],
  ['a node that is not there', { nodes_truenodeids: [7, 0, 0] }, 'node 7 of tree 0, which is not there'],
  ['a node with two parents', { nodes_falsenodeids: [1, 0, 0] }, 'node 1 of tree 0 twice'],
  ['a node listed twice', { nodes_nodeids: [0, 1, 1] }, 'node 1 of tree 0 twice'],
  ['trees listed in pieces', { nodes_treeids: [0, 1, 0] }, 'nodes of tree 0 together'],
  ['a threshold of NaN', { nodes_values: [Number.NaN, 0, 0] }, 'nodes_values holds NaN'],
  ['a leaf weight of Infinity', { target_weights: [1, Number.POSITIVE_INFINITY] }, 'leaf weight of Infinity'],
  ['a list that is too short', { nodes_values: [0.5] }, '1 entries in nodes_values, where 3 belong'],
  [
    'a leaf without weight',
    { target_ids: [0], target_nodeids: [1], target_treeids: [0], target_weights: [1] },
    'leaf without weight',
  ],
  ['a weight for no output', { target_ids: [0, 5] }, 'output 5 of 1'],
  ['a weight for no node', { target_nodeids: [1, 9] }, 'node 9 of tree 0, which is not there'],
  ['a feature beyond the row', { nodes_featureids: [2, 0, 0] }, '3 features of rows that have 2'],
  ['a feature below zero', { nodes_featureids: [-1, 0, 0] }, 'feature number -1'],
  ['more outputs than anyone has', { n_targets: 2_000_000_000 }, '2000000000 outputs'],
  ['an unknown comparison', { nodes_modes: ['BRANCH_ABOUT', 'LEAF', 'LEAF'] }, 'BRANCH_ABOUT'],
  ['an unknown aggregate', { aggregate_function: 'MEDIAN' }, 'unknown aggregate'],
])('refuses %s', (_, changes, message) => {
  const attempt = () => compiled(changes)
  expect(attempt).toThrow(HolonError)
  expect(attempt).toThrow(message)
})

test.each([
  ['nothing', new Uint8Array()],
  ['text', new TextEncoder().encode('not a model')],
  ['a graph without operators', encodeGraph({ nodes: [], inputs: [], outputs: [['y', 1, 1]] })],
])('refuses %s', (_, bytes) => {
  expect(() => parse(bytes)).toThrow(expect.objectContaining({ code: 'model-invalid' }))
})

test('whatever happens to its bytes, a file is read or refused, and what is read can be run', () => {
  const shape = {
    seed: 3,
    classifier: true,
    outputs: 2,
    trees: 4,
    depth: 4,
    features: 3,
    post: 'LOGISTIC',
    aggregate: 'SUM',
  }
  const { bytes } = ensembleOf({
    ...shape,
    base: 1,
    modes: ['BRANCH_LEQ'],
    missing: false,
    double: false,
    leaves: 'first',
    positive: false,
  })
  const damage = fc.array(fc.record({ at: fc.nat({ max: bytes.length - 1 }), to: fc.nat({ max: 255 }) }), {
    minLength: 1,
    maxLength: 6,
  })
  fc.assert(
    fc.property(damage, fc.nat({ max: bytes.length }), fc.boolean(), (changes, length, cut) => {
      const damaged = bytes.slice(0, cut ? length : bytes.length)
      for (const { at, to } of changes) damaged[at] = to
      try {
        const model = compile(parse(damaged))
        model?.run(new Float64Array(model.width))
      } catch (error) {
        expect(error).toBeInstanceOf(HolonError)
        expect(error).toMatchObject({ code: 'model-invalid' })
      }
    }),
    { numRuns: 3000 },
  )
})
