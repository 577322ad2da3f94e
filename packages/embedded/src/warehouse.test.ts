import { type ChildProcess, spawn } from 'node:child_process'
import { subscribe } from 'node:diagnostics_channel'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sqliteLog } from '@holon/log-sqlite'
import { duckdbWarehouse } from '@holon/warehouse-duckdb'
import type { MeasureQuery } from 'holon'
import { decisionEntry, warehouseSuite } from 'holon/testing'
import { afterAll, describe, expect, it, onTestFinished, vi } from 'vitest'
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
  { describe, it, expect, afterAll },
  {
    name: 'DuckDB in a process of its own',
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

const processes: ChildProcess[] = []
subscribe('child_process', (started) => processes.push((started as { process: ChildProcess }).process))
const latest = () => processes.at(-1) ?? expect.fail('no process was started')
const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null

it('starts again when its process has crashed, which harms nobody else', async () => {
  // It rests for so long after a start by a clock that stands still here, however slow the machine is.
  vi.useFakeTimers({ toFake: ['performance'] })
  onTestFinished(() => void vi.useRealTimers())
  const { log, warehouse } = await filled(10)
  await warehouse.catchUp?.(() => undefined, forever)
  const position = warehouse.position()
  latest().kill('SIGSEGV')
  await expect(position).rejects.toMatchObject({
    code: 'warehouse-unavailable',
    message: expect.stringMatching(/ended unexpectedly \(SIGSEGV\)/),
  })
  await expect(warehouse.position()).rejects.toMatchObject({
    fix: expect.stringMatching(/started once more/),
  })
  vi.advanceTimersByTime(5000)
  expect(await warehouse.position()).toBe(10)
  await Promise.all([log.close(), warehouse.close()])
})

it('leaves signals of a terminal to the process that decides, and ends when that closes it', async () => {
  const { log, warehouse } = await filled(10)
  const process = latest()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.kill(signal)
  await warehouse.catchUp?.(() => undefined, forever)
  expect(await warehouse.answer(counted)).toEqual([{ slice: null, statistics: { kind: 'count', n: 10 } }])
  await Promise.all([log.close(), warehouse.close()])
  expect(latest()).toBe(process)
  expect(hasEnded(process)).toBe(true)
})

it('says so when its file cannot be opened, and leaves no process behind', async () => {
  const files = { ...fresh(), warehouse: folder }
  await expect(followingWarehouse(files)).rejects.toMatchObject({ code: 'warehouse-unavailable' })
  await expect.poll(() => hasEnded(latest())).toBe(true)
})

/** A program that opens a warehouse and tells which process has it, then goes on with `then`. */
async function program(then: string) {
  const files = fresh()
  const module = JSON.stringify(new URL('./warehouse.ts', import.meta.url).href)
  const script = `
    import { subscribe } from 'node:diagnostics_channel'
    import { followingWarehouse } from ${module}
    let child
    subscribe('child_process', (started) => (child = started.process))
    await followingWarehouse(${JSON.stringify(files)})
    console.log(child.pid)
    ${then}`
  const path = join(folder, `${count}.mjs`)
  await writeFile(path, script)
  const parent = spawn(process.execPath, ['--conditions=source', path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(parent.stdout, 'data')
  return { parent, child: Number(line), file: files.warehouse }
}

const isThere = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

it('ends with a program that is killed, and its file is free', async () => {
  const { parent, child, file } = await program('setInterval(() => undefined, 1000)')
  expect(isThere(child)).toBe(true)
  parent.kill('SIGKILL')
  await expect.poll(() => isThere(child)).toBe(false)
  await (await duckdbWarehouse({ file })).close()
})

it('does not keep a program alive that asks nothing', async () => {
  const { parent, child } = await program('')
  expect(await once(parent, 'exit')).toEqual([0, null])
  await expect.poll(() => isThere(child)).toBe(false)
})
