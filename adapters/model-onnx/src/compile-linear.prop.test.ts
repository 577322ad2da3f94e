import fc from 'fast-check'
import { seededRandom } from 'holon/stats'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { expect, test } from 'vitest'
import { compile } from './compile.ts'
import { encodeGraph, mlNode, type TestGraph } from './graph.fixture.ts'
import { parse } from './parse.ts'

const tensor = (name: string, dims: number[], floatData: number[]) => ({ name, dims, dataType: 1, floatData })
const std = (opType: string, input: string[], output: string[], attribute = {}) => ({
  opType,
  input,
  output,
  attribute: Object.entries(attribute).map(([name, i]) => ({ name, type: 2, i: i as number })),
})

/** Graphs of one linear model over `width` features, by the ways converters write them. */
function graphs(width: number, outputs: number, post: string, number: () => number): TestGraph[] {
  const list = (count: number) => Array.from({ length: count }, number)
  const inputs = [['x', 1, undefined, width] as const]
  const weights = list(width * outputs)
  const intercepts = list(outputs)
  const labels = Array.from({ length: Math.max(2, outputs) }, (_, i) => i)
  const classifier = {
    coefficients: weights,
    intercepts,
    classlabels_ints: labels,
    post_transform: post,
  }
  const regressor = { coefficients: weights, intercepts, targets: outputs, post_transform: post }
  const matrix = tensor('w', [width, outputs], weights)
  const across = tensor('v', [outputs, width], weights)
  const row = tensor('b', [outputs], intercepts)
  const scores = [['scores', 1, undefined, undefined] as const]
  const one = tensor('one', [1], [1])
  const scaler = { offset: list(width), scale: list(width) }
  const sums = [std('MatMul', ['x', 'w'], ['m']), std('Add', ['m', 'b'], ['s'])]
  return [
    {
      nodes: [mlNode('LinearClassifier', ['label', 'scores'], classifier)],
      inputs,
      outputs: [['label', 7, undefined], ...scores],
    },
    { nodes: [mlNode('LinearRegressor', ['scores'], regressor)], inputs, outputs: scores },
    {
      nodes: [mlNode('Scaler', ['z'], scaler), mlNode('LinearRegressor', ['scores'], regressor, 'z')],
      inputs,
      outputs: scores,
    },
    {
      nodes: [...sums, std('Sigmoid', ['s'], ['scores'])],
      inputs,
      outputs: scores,
      constants: [matrix, row],
    },
    {
      nodes: [...sums, std('Softmax', ['s'], ['scores'], { axis: 1 })],
      inputs,
      outputs: scores,
      constants: [matrix, row],
    },
    {
      nodes: [std('Gemm', ['x', 'v', 'b'], ['scores'], { transB: 1 })],
      inputs,
      outputs: scores,
      constants: [across, row],
    },
    {
      nodes: [
        ...sums,
        std('Sigmoid', ['s'], ['p']),
        std('Sub', ['one', 'p'], ['q']),
        std('Concat', ['q', 'p'], ['scores'], { axis: 1 }),
      ],
      inputs,
      outputs: scores,
      constants: [matrix, row, one],
    },
  ]
}

test('a compiled linear model answers what onnxruntime answers', async () => {
  const shape = fc.record({
    seed: fc.integer(),
    width: fc.integer({ min: 1, max: 40 }),
    outputs: fc.integer({ min: 1, max: 4 }),
    post: fc.constantFrom('NONE', 'LOGISTIC', 'SOFTMAX', 'SOFTMAX_ZERO'),
  })
  const compiledBy = new Map<number, number>()
  await fc.assert(
    fc.asyncProperty(shape, async ({ seed, width, outputs, post }) => {
      const random = seededRandom(seed)
      const number = () => Math.fround(random.next() * 2 - 1)
      for (const [way, graph] of graphs(width, outputs, post, number).entries()) {
        const bytes = encodeGraph(graph)
        const compiled = compile(parse(bytes))
        if (compiled === undefined) continue
        compiledBy.set(way, (compiledBy.get(way) ?? 0) + 1)
        const session = await InferenceSession.create(bytes)
        const row = Float32Array.from({ length: width }, number)
        const { scores } = await session.run({ x: new Tensor('float32', row, [1, width]) }, ['scores'])
        const said = compiled.run(Float64Array.from(row))
        for (const [i, expected] of Array.from(scores?.data as Float32Array).entries()) {
          // 32-bit sums in another order differ by the last digit of the largest term: here at most 40 terms of 1.
          expect(Math.abs((said[i] ?? Number.NaN) - expected)).toBeLessThanOrEqual(4e-6)
        }
        await session.release()
      }
    }),
    { numRuns: 100 },
  )
  expect([...compiledBy.keys()].sort()).toEqual([0, 1, 2, 3, 4, 5, 6])
})
