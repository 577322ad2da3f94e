import { onnx } from '@holon/model-onnx'
import { createServer, listen } from '@holon/server'
import { open, type Running } from 'holon'
import { systemClock } from 'holon/memory'
import { seededRandom } from 'holon/stats'
import { expect, it } from 'vitest'
import { smartToaster } from './system.ts'
import { people } from './world.ts'

it('lets households toast, judge and throw away over the public API', async () => {
  const model = await onnx(new URL('./model/toasting-time.onnx', import.meta.url))
  const holon = await open(smartToaster, { models: { 'toasting-time': model } })
  const server = createServer({
    systems: [holon as unknown as Running],
    version: '1',
    logger: { error: () => undefined },
  })
  const address = await listen(server, { port: 0 })
  const ending = new AbortController()
  const living = people({
    holon,
    address,
    clock: systemClock(),
    random: seededRandom('breakfast'),
    signal: ending.signal,
    pause: () => new Promise((resolve) => setTimeout(resolve, 0)),
  })
  const back = async (name: string) => {
    const { decisions } = await holon.latest({ limit: 200 })
    const records = await Promise.all(decisions.map(({ id }) => holon.record(id)))
    return records.flatMap((record) => record.back.filter((one) => one.name === name))
  }
  await expect.poll(async () => (await back('verdict')).length, { timeout: 50_000 }).toBeGreaterThan(5)
  ending.abort()
  await living
  expect((await back('smokeAlarm')).every(({ value }) => value === false)).toBe(true)
  const missed = (await back('missed')).map(({ value }) => value as number)
  expect(missed.reduce((sum, one) => sum + one, 0) / missed.length).toBeLessThan(8)
  await server.close()
  await holon.close()
})
