import { spawnSync } from 'node:child_process'
import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { encodeGraph, plainNode as node } from './graph.fixture.ts'
import { longGraph as long } from './long.fixture.ts'
import { onnx } from './onnx.ts'
import { parse } from './parse.ts'
import { openSession } from './session.ts'

const axis = { name: 'axis', type: 2, i: 1 }
const floats = (name: string, dims: number[], floatData: number[]) => ({ name, dims, dataType: 1, floatData })

/** A hidden layer of two: no linear model, so nothing to compile. */
const layered = encodeGraph({
  nodes: [
    node('MatMul', ['x', 'w'], ['h']),
    node('Relu', ['h'], ['r']),
    node('MatMul', ['r', 'v'], ['s']),
    node('Sigmoid', ['s'], ['y']),
  ],
  inputs: [['x', 1, undefined, 2]],
  outputs: [['y', 1, undefined, 1]],
  constants: [floats('w', [2, 2], [1, -1, 1, -1]), floats('v', [2, 1], [1, -2])],
})

test('runs what cannot be compiled, in the thread of the caller when it is short', async () => {
  const session = await openSession(parse(layered), layered, ['a', 'b'], undefined)
  expect(session.thread).toBe('caller')
  expect(await session.predict({ a: 1, b: true })).toBeCloseTo(1 / (1 + Math.exp(-2)), 6)
  expect(await session.predict({ a: -1, b: -1 })).toBeCloseTo(1 / (1 + Math.exp(4)), 6)
  await session.close()
})

test('a long run has a thread of its own and leaves the loop of the caller free', async () => {
  const session = await openSession(parse(long), long, ['x'], undefined)
  expect(session.thread).toBe('own')
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const started = performance.now()
  await Promise.all([session.predict({ x: 0.001 }), session.predict({ x: 0.001 })])
  const took = performance.now() - started
  delay.disable()
  expect(delay.percentile(90) / 1e6).toBeLessThan(took / 4)
  await session.close()
})

test('stops waiting when it is told to, before and after its turn has come', async () => {
  const session = await openSession(parse(long), long, ['x'], undefined)
  const settled: string[] = []
  const ask = (name: string, signal?: AbortSignal) =>
    session.predict({ x: 0.001 }, signal).then(
      () => settled.push(`${name} answered`),
      (reason: Error) => settled.push(`${name}: ${reason.message}`),
    )
  const [running, waiting] = [new AbortController(), new AbortController()]
  const all = [ask('running', running.signal), ask('waiting', waiting.signal), ask('patient')]
  running.abort(new Error('changed my mind'))
  waiting.abort(new Error('me too'))
  all.push(ask('late', AbortSignal.abort(new Error('too late'))))
  await Promise.all(all)
  expect(settled.toSorted()).toEqual([
    'late: too late',
    'patient answered',
    'running: changed my mind',
    'waiting: me too',
  ])
  expect(settled.at(-1)).toBe('patient answered')
  await session.close()
})

test('feeds every input by its own name and type', async () => {
  const bytes = encodeGraph({
    nodes: [
      {
        ...node('LabelEncoder', ['trade'], ['one']),
        domain: 'ai.onnx.ml',
        attribute: [
          { name: 'keys_strings', type: 8, strings: [new TextEncoder().encode('sales')] },
          { name: 'values_floats', type: 6, floats: [1] },
          { name: 'default_float', type: 1, f: 0 },
        ],
      },
      node('Cast', ['count'], ['many'], [{ name: 'to', type: 2, i: 1 }]),
      node('Concat', ['one', 'many', 'hours'], ['all'], [axis]),
      node('ReduceSum', ['all'], ['y']),
    ],
    inputs: [
      ['trade', 8, undefined, 1],
      ['count', 7, undefined, 1],
      ['hours', 1, undefined, 1],
    ],
    outputs: [['y', 1]],
    constants: [
      { name: 'known', dims: [1, 1], dataType: 8, stringData: [new TextEncoder().encode('sales')] },
    ],
  })
  const model = await onnx(bytes)
  expect(model.version.kind).toBe('onnxruntime')
  expect(model.features).toEqual(['trade', 'count', 'hours'])
  expect(await model.predict({ trade: 'sales', count: 2, hours: 0.5 })).toBe(3.5)
  expect(await model.predict({ trade: 'other', count: 2, hours: 0.5 })).toBe(2.5)
  await expect(model.predict({ trade: 1, count: 2, hours: 0.5 })).rejects.toThrow('feature "trade" is 1')
  await expect(model.predict({ trade: 'sales', count: 2.5, hours: 0.5 })).rejects.toMatchObject({
    message: 'feature "count" is 2.5',
    fix: expect.stringContaining('Give a whole number'),
  })
  await model.close?.()
})

test('answers a label where there is nothing else to answer', async () => {
  const argmax = encodeGraph({
    nodes: [node('ArgMax', ['x'], ['y'], [axis])],
    inputs: [['x', 1, undefined, 3]],
    outputs: [['y', 7, undefined, 1]],
  })
  const model = await onnx(argmax, { features: ['a', 'b', 'c'] })
  expect(await model.predict({ a: 1, b: 9, c: 2 })).toBe(1)
  await model.close?.()
})

test('says what onnxruntime says of a graph it cannot open', async () => {
  const odd = encodeGraph({
    nodes: [node('Nonsense', ['x'], ['y'])],
    inputs: [['x', 1, undefined, 1]],
    outputs: [['y', 1, undefined, 1]],
  })
  await expect(onnx(odd)).rejects.toMatchObject({
    code: 'model-invalid',
    message: expect.stringContaining('Nonsense'),
  })
  const image = encodeGraph({
    nodes: [node('Relu', ['x'], ['y'])],
    inputs: [['x', 1, 1, 3, 8, 8]],
    outputs: [['y', 1, 1, 3, 8, 8]],
  })
  await expect(onnx(image)).rejects.toThrow('4 dimensions is no row of features')
})

test('a closed model fails its calls instead of keeping them', async () => {
  const session = await openSession(parse(long), long, ['x'], undefined)
  const asked = expect(session.predict({ x: 0.001 })).rejects.toMatchObject({
    code: 'internal',
    message: 'the model was closed',
  })
  await pause(1)
  await session.close()
  await asked
})

test('a process may end while a thread is at work', () => {
  const script = new URL('exit.fixture.ts', import.meta.url)
  const { status, stdout } = spawnSync(process.execPath, ['--conditions=source', script.pathname], {
    encoding: 'utf8',
  })
  expect({ status, stdout }).toEqual({ status: 7, stdout: 'at work in its own thread\n' })
})
