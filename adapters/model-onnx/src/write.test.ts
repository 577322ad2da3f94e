import { InferenceSession, Tensor } from 'onnxruntime-node'
import { expect, test } from 'vitest'
import { onnx } from './onnx.ts'
import { writeLinear, writeRegression, writeTrees } from './write.ts'

const names = ['hours', 'income']
const tree = { feature: [1, -1, -1], threshold: [1000, 0, 0], yes: [1, 0, 0], no: [2, 0, 0] }
const falling = { names, base: -0.5, trees: [{ ...tree, value: [0, -0.25, 0.75] }] }
const rising = { names, base: -0.5, trees: [{ ...tree, value: [0, 0.25, 0.75] }] }
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x))

async function byRuntime(bytes: Uint8Array, row: readonly number[]): Promise<readonly number[]> {
  const session = await InferenceSession.create(bytes)
  const result = await session.run({ features: new Tensor('float32', row, [1, row.length]) })
  return Array.from(result.probabilities?.data as Float32Array)
}

test.each([
  ['leaves of both signs', falling, [-0.75, 0.25]],
  ['no negative leaf', rising, [-0.25, 0.25]],
])('trees with %s say the same in onnxruntime and compiled', async (_, model, [low = 0, high = 0]) => {
  const bytes = writeTrees(model, {})
  const read = await onnx(bytes)
  for (const [income, odds] of [
    [1000, low],
    [1001, high],
  ] as const) {
    const [without, probability] = await byRuntime(bytes, [40, income])
    expect(probability).toBeCloseTo(sigmoid(odds), 6)
    expect(without).toBeCloseTo(1 - sigmoid(odds), 6)
    expect(read.predict({ hours: 40, income })).toBeCloseTo(sigmoid(odds), 6)
  }
})

test('a linear model says the same in onnxruntime and compiled', async () => {
  const bytes = writeLinear({ names, intercept: 0.1, weights: [0.02, -0.001] }, {})
  const [, probability] = await byRuntime(bytes, [40, 300])
  expect(probability).toBeCloseTo(sigmoid(0.6), 6)
  expect((await onnx(bytes)).predict({ hours: 40, income: 300 })).toBeCloseTo(sigmoid(0.6), 6)
})

test('a linear model of a number says the same in onnxruntime and compiled', async () => {
  const bytes = writeRegression({ names, intercept: 90, weights: [0.5, -0.125] }, { name: 'seconds' })
  const session = await InferenceSession.create(bytes)
  const { value } = await session.run({ features: new Tensor('float32', [40, 300], [1, 2]) })
  expect(value?.data[0]).toBeCloseTo(72.5, 4)
  const read = await onnx(bytes)
  expect(read.version.kind).toBe('onnx-compiled')
  expect(read.predict({ hours: 40, income: 300 })).toBeCloseTo(72.5, 4)
})

test('the same model gives the same bytes, and they keep what was said about it', async () => {
  const about = {
    name: 'risk',
    version: '3',
    calibration: { method: 'isotonic', x: [0, 0.5, 1], y: [0.1, 0.2, 0.9] },
    reference: { hours: 40, income: 900 },
    card: 'abc',
  } as const
  const bytes = writeTrees(falling, about)
  expect(writeTrees(falling, about)).toEqual(bytes)
  const { metadata, version, calibration, reference } = await onnx(bytes)
  expect(metadata).toEqual({ ...about, features: names })
  expect(version).toMatchObject({ name: 'risk', version: '3' })
  expect([calibration, reference]).toEqual([about.calibration, about.reference])
})

test('refuses numbers that 32-bit floats cannot hold', () => {
  expect(() => writeLinear({ names, intercept: 1e60, weights: [0, 0] }, {})).toThrow('intercepts')
  expect(() => writeTrees({ ...falling, base: Number.NaN }, {})).toThrow('base_values')
})
