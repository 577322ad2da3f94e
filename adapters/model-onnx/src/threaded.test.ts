import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { ThreadedRunner } from './threaded.ts'

/** A thread that answers like the real one, and dies when it is asked for the output `die`. */
const script = `
const { parentPort } = require('node:worker_threads')
parentPort.postMessage({ ready: true })
parentPort.on('message', ({ feeds, output }) => {
  if (output === 'die') process.exit(3)
  if (output === 'refuse') parentPort.postMessage({ problem: 'no such output' })
  else parentPort.postMessage({ outputs: [feeds.length], milliseconds: 2 })
})`

const start = () => new Worker(script, { eval: true })
const ask = (output: string) => ({ feeds: [], output })

test('a thread that dies fails the call it was on, and the next calls get another thread', async () => {
  let started = 0
  const runner = new ThreadedRunner(() => {
    started++
    return start()
  })
  await runner.opened()
  const [first, fatal, next] = [runner.run(ask('y')), runner.run(ask('die')), runner.run(ask('y'))]
  expect(await first).toEqual({ outputs: [0], milliseconds: 2 })
  await expect(fatal).rejects.toMatchObject({
    code: 'internal',
    message: expect.stringContaining('ended with code 3'),
  })
  expect(await next).toEqual({ outputs: [0], milliseconds: 2 })
  expect(started).toBe(2)
  await runner.close()
})

test('a thread that keeps dying is not started for every call', async () => {
  let started = 0
  const runner = new ThreadedRunner(() => {
    started++
    return start()
  })
  const asked = Array.from({ length: 20 }, () => runner.run(ask('die')))
  const settled = await Promise.allSettled(asked)
  expect(settled.every((one) => one.status === 'rejected')).toBe(true)
  expect(started).toBe(3)
  await expect(runner.run(ask('y'))).rejects.toThrow('keeps dying')
  await runner.close()
})

test('a row that is refused is no reason to die', async () => {
  const runner = new ThreadedRunner(start)
  await expect(runner.run(ask('refuse'))).rejects.toMatchObject({
    code: 'model-mismatch',
    message: expect.stringContaining('no such output'),
  })
  expect((await runner.run(ask('y'))).outputs).toEqual([0])
  await runner.close()
})

test('a thread that cannot open the model says so to everyone', async () => {
  const runner = new ThreadedRunner(
    () =>
      new Worker(`require('node:worker_threads').parentPort.postMessage({ problem: 'bad graph' })`, {
        eval: true,
      }),
  )
  const asked = runner.run(ask('y'))
  await expect(runner.opened()).rejects.toMatchObject({
    code: 'model-invalid',
    message: expect.stringContaining('bad graph'),
  })
  await expect(asked).rejects.toThrow('bad graph')
  await runner.close()
})
