import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { encodeGraph, mlNode } from './graph.fixture.ts'
import { onnx } from './onnx.ts'
import { writeTrees } from './write.ts'

const tree = {
  feature: [1, -1, -1],
  threshold: [0.5, 0, 0],
  yes: [1, 0, 0],
  no: [2, 0, 0],
  value: [0, -1, 1],
}
const bytes = writeTrees(
  { names: ['hours', 'joint'], base: 0, trees: [tree] },
  { reference: { hours: 40, joint: false } },
)
const folder = await mkdtemp(join(tmpdir(), 'holon-onnx-'))
afterAll(() => rm(folder, { recursive: true }))

test('names a model by its file and its bytes', async () => {
  const path = join(folder, 'audit-risk.onnx')
  await writeFile(path, bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const version = { name: 'audit-risk', version: sha256.slice(0, 12), kind: 'onnx-compiled', sha256 }
  expect((await onnx(path)).version).toEqual(version)
  expect((await onnx(pathToFileURL(path))).version).toEqual(version)
  expect((await onnx(bytes, { name: 'a', version: '2' })).version).toEqual({
    ...version,
    name: 'a',
    version: '2',
  })
})

test('takes named features, booleans as 0 and 1, and ignores what it does not know', async () => {
  const model = await onnx(bytes)
  expect(model.features).toEqual(['hours', 'joint'])
  expect(model.predict({ hours: 40, joint: true, colour: 'red' })).toBe(model.predict({ joint: 1, hours: 3 }))
  expect(model.predict({ hours: 40, joint: true })).toBeGreaterThan(0.7)
  expect(model.predict({ hours: 40, joint: false })).toBeLessThan(0.3)
})

test.each([
  [{ hours: 40 }, 'feature "joint" is missing'],
  [{ hours: '40', joint: true }, 'feature "hours" is "40"'],
  [{ hours: Number.NaN, joint: true }, 'feature "hours" is NaN'],
  [{ hours: Number.POSITIVE_INFINITY, joint: true }, 'feature "hours" is Infinity'],
  [{ hours: 1e39, joint: true }, 'feature "hours" is 1e+39'],
])('refuses the features %j', async (features, message) => {
  const model = await onnx(bytes)
  const attempt = () => model.predict(features as never)
  expect(attempt).toThrow(expect.objectContaining({ code: 'model-mismatch' }))
  expect(attempt).toThrow(message)
})

test('explains against its typical case', async () => {
  const model = await onnx(bytes)
  const attribution = model.explain?.({ hours: 10, joint: true }, model.reference ?? {})
  expect(attribution).toEqual({
    unit: 'log-odds',
    base: -1,
    value: 1,
    contributions: [
      { feature: 'joint', value: true, reference: false, by: 2 },
      { feature: 'hours', value: 10, reference: 40, by: 0 },
    ],
  })
})

test('gives what it can of names, and asks for the rest', async () => {
  const nameless = encodeGraph({
    nodes: [mlNode('LinearRegressor', ['y'], { coefficients: [1, 2], intercepts: [3], targets: 1 })],
    inputs: [['x', 1, undefined, 2]],
    outputs: [['y', 1, undefined, 1]],
  })
  expect((await onnx(nameless, { features: ['a', 'b'] })).predict({ a: 1, b: 1 })).toBe(6)
  await expect(onnx(nameless)).rejects.toThrow('does not name its 2 features')
  await expect(onnx(nameless, { features: ['a'] })).rejects.toThrow('1 names were given for 2 features')
  await expect(onnx(bytes, { features: ['joint', 'hours'] })).rejects.toThrow(
    'names its features hours, joint',
  )
})

test.each([
  ['features', '["a","a"]', 'a list of different names'],
  ['features', '{', 'is not JSON'],
  ['calibration', '{"method":"isotonic","x":[0,1],"y":[0.9,0.1]}', 'the values of the knots descend'],
  ['calibration', '{"method":"magic"}', 'a calibration of a known method'],
  ['reference', '[1]', 'an object of feature values'],
  ['reference', '{"a":1}', 'feature "b" is missing'],
])('refuses the metadata %s %s', async (key, value, message) => {
  const odd = encodeGraph({
    nodes: [mlNode('LinearRegressor', ['y'], { coefficients: [1, 2], intercepts: [3], targets: 1 })],
    inputs: [['x', 1, undefined, 2]],
    outputs: [['y', 1, undefined, 1]],
    metadata: { 'holon.features': '["a","b"]', [`holon.${key}`]: value },
  })
  await expect(onnx(odd)).rejects.toThrow(message)
})

test('says which file is not there', async () => {
  const missing = onnx(join(folder, 'nowhere.onnx'))
  await expect(missing).rejects.toMatchObject({
    code: 'model-invalid',
    message: expect.stringContaining('nowhere.onnx'),
  })
})
