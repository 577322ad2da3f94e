import fc from 'fast-check'
import { seededRandom } from 'holon/stats'
import { expect, test } from 'vitest'
import { compile } from './compile.ts'
import type { Compiled } from './compiled.ts'
import { ensembleOf } from './ensemble.fixture.ts'
import { encodeGraph, mlNode } from './graph.fixture.ts'
import { parse } from './parse.ts'

const inequalities = ['BRANCH_LEQ', 'BRANCH_LT', 'BRANCH_GTE', 'BRANCH_GT', 'BRANCH_EQ']

function smallEnsemble(seed: number, features: number, aggregate: string): Uint8Array {
  const shape = { seed, features, aggregate, trees: 5, depth: 4, outputs: 1, base: 1, modes: inequalities }
  return ensembleOf({
    ...shape,
    classifier: false,
    post: 'NONE',
    missing: false,
    double: true,
    leaves: 'first',
    positive: false,
  }).bytes
}

/** Shapley values by their definition: over all orders of features, what each adds when it joins. */
function bruteForce(
  value: (mixed: Float64Array) => number,
  row: Float64Array,
  reference: Float64Array,
): number[] {
  const count = row.length
  const mixed = (set: number) => row.map((own, i) => (set & (1 << i) ? own : (reference[i] ?? 0)))
  const values = Array.from({ length: 1 << count }, (_, set) => value(mixed(set)))
  const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1))
  return Array.from(row, (_, feature) => {
    let sum = 0
    for (let set = 0; set < 1 << count; set++) {
      if (set & (1 << feature)) continue
      const size = Array.from(row, (_, i) => Number((set & (1 << i)) !== 0)).reduce((a, b) => a + b, 0)
      const weight = (factorial(size) * factorial(count - size - 1)) / factorial(count)
      sum += weight * ((values[set | (1 << feature)] ?? 0) - (values[set] ?? 0))
    }
    return sum
  })
}

function attributed({ margin, width }: Compiled, row: Float64Array, reference: Float64Array) {
  const by = new Float64Array(width)
  const base = margin?.attribute(row, reference, by) ?? Number.NaN
  return { base, by, value: by.reduce((sum, each) => sum + each, base) }
}

const rows = (seed: number, features: number): [Float64Array, Float64Array] => {
  const random = seededRandom(seed + 7)
  const row = () => Float64Array.from({ length: features }, () => Math.floor(random.next() * 9) / 2 - 2)
  return [row(), row()]
}

test('attributions of trees are the Shapley values, and add up to the prediction', () => {
  fc.assert(
    fc.property(
      fc.integer(),
      fc.integer({ min: 1, max: 6 }),
      fc.constantFrom('SUM', 'AVERAGE'),
      (seed, features, aggregate) => {
        const compiled = compile(parse(smallEnsemble(seed, features, aggregate)))
        if (compiled?.margin === undefined) return expect.fail('not compiled')
        const [row, reference] = rows(seed, features)
        const said = (mixed: Float64Array) => compiled.run(mixed)[0] ?? Number.NaN
        const { base, by, value } = attributed(compiled, row.slice(0, compiled.width), reference)
        expect(base).toBeCloseTo(said(reference), 5)
        expect(value).toBeCloseTo(said(row), 5)
        const expected = bruteForce(said, row, reference)
        for (const [i, each] of by.entries()) expect(each).toBeCloseTo(expected[i] ?? 0, 5)
      },
    ),
    { numRuns: 200 },
  )
})

test('attributions of a classifier add up on the log-odds scale', () => {
  const ways = [
    { leaves: 'first', post: 'LOGISTIC', base: 1 },
    { leaves: 'all', post: 'LOGISTIC', base: 0 },
    { leaves: 'all', post: 'SOFTMAX', base: 1 },
  ] as const
  fc.assert(
    fc.property(fc.integer(), fc.constantFrom(...ways), (seed, way) => {
      const shape = { seed, features: 4, trees: 6, depth: 3, outputs: 2, modes: inequalities, ...way }
      const { bytes } = ensembleOf({
        ...shape,
        classifier: true,
        aggregate: 'SUM',
        missing: false,
        double: false,
        positive: false,
      })
      const compiled = compile(parse(bytes))
      if (compiled?.margin === undefined) return expect.fail('not compiled')
      const [row, reference] = rows(seed, 4)
      const { base, value } = attributed(compiled, row, reference)
      expect(compiled.margin.unit).toBe('log-odds')
      expect(1 / (1 + Math.exp(-base))).toBeCloseTo(compiled.run(reference)[1] ?? Number.NaN, 6)
      expect(1 / (1 + Math.exp(-value))).toBeCloseTo(compiled.run(row)[1] ?? Number.NaN, 6)
    }),
  )
})

test('attributions of a linear model, scaled features included, are weight times distance', () => {
  const model = {
    coefficients: [-1, 2, 1, -2],
    intercepts: [-0.5, 0.5],
    classlabels_ints: [0, 1],
    post_transform: 'LOGISTIC',
  }
  const bytes = encodeGraph({
    nodes: [
      mlNode('Scaler', ['z'], { offset: [1, 2], scale: [2, 0.5] }),
      mlNode('LinearClassifier', ['label', 'p'], model, 'z'),
    ],
    inputs: [['x', 1, undefined, 2]],
    outputs: [
      ['label', 7, undefined],
      ['p', 1, undefined, 2],
    ],
  })
  const compiled = compile(parse(bytes))
  if (compiled === undefined) return expect.fail('not compiled')
  const { base, by, value } = attributed(compiled, Float64Array.of(3, 6), Float64Array.of(2, 4))
  expect(base).toBe(0.5 + 1 * 2 * (2 - 1) - 2 * 0.5 * (4 - 2))
  expect([...by]).toEqual([2, -2])
  expect(1 / (1 + Math.exp(-value))).toBeCloseTo(compiled.run(Float64Array.of(3, 6))[1] ?? Number.NaN, 6)
})
