import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { sqliteLog } from '@holon/log-sqlite'
import type { MeasureQuery } from 'holon'
import { decisionEntry, warehouseSuite } from 'holon/testing'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { followingWarehouse } from './warehouse.ts'

const folder = await mkdtemp(join(tmpdir(), 'holon-following-'))
afterAll(() => rm(folder, { recursive: true }))
let count = 0
const onNotice = () => undefined
const fresh = () => ({
  log: join(folder, `${++count}.db`),
  warehouse: join(folder, `${count}.duckdb`),
  onNotice,
})
const forever = new AbortController().signal

warehouseSuite(
  { describe, it, expect },
  {
    name: 'DuckDB in a thread',
    store: async () => {
      const files = fresh()
      return () => followingWarehouse(files)
    },
  },
)

const counted: MeasureQuery = {
  system: decisionEntry().system,
  measure: { op: 'count', decision: decisionEntry().decision, per: 'decision' },
  feedback: [],
  now: 0,
}

async function filled(entries: number) {
  const files = fresh()
  const log = await sqliteLog({ file: files.log })
  await log.append(Array.from({ length: entries }, (_, i) => ({ entry: decisionEntry({ id: `d${i}` }) })))
  return { log, warehouse: await followingWarehouse(files) }
}

it('reads the log by itself and tells how far it is', async () => {
  const { log, warehouse } = await filled(9000)
  const told: number[] = []
  await warehouse.catchUp?.((position, last) => told.push(position, last), forever)
  expect(told).toEqual([0, 9000, 4000, 9000, 8000, 9000, 9000, 9000])
  expect(await warehouse.answer(counted)).toEqual([{ slice: null, statistics: { kind: 'count', n: 9000 } }])
  await Promise.all([log.close(), warehouse.close()])
})

it('stops after a step when it is no longer wanted, and goes on from there', async () => {
  const { log, warehouse } = await filled(9000)
  const stop = new AbortController()
  await warehouse.catchUp?.(() => stop.abort(), stop.signal)
  expect(await warehouse.position()).toBeLessThan(9000)
  await warehouse.catchUp?.(() => undefined, forever)
  expect(await warehouse.position()).toBe(9000)
  await Promise.all([log.close(), warehouse.close()])
})

it('starts again when its thread has ended', async () => {
  const threads: { terminate(): Promise<number> }[] = []
  const post = Worker.prototype.postMessage
  const posted = vi.spyOn(Worker.prototype, 'postMessage').mockImplementation(function (this: never, ...all) {
    threads.push(this)
    return post.apply(this, all)
  })
  const { log, warehouse } = await filled(10)
  await warehouse.catchUp?.(() => undefined, forever)
  const position = warehouse.position()
  await threads.at(-1)?.terminate()
  await expect(position).rejects.toMatchObject({
    code: 'warehouse-unavailable',
    message: expect.stringMatching(/ended unexpectedly/),
  })
  await expect(warehouse.position()).rejects.toMatchObject({
    fix: expect.stringMatching(/started once more/),
  })
  await vi.waitFor(async () => expect(await warehouse.position()).toBe(10), {
    timeout: 10_000,
    interval: 200,
  })
  posted.mockRestore()
  await Promise.all([log.close(), warehouse.close()])
}, 20_000)
