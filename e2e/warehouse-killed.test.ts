import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { duckdbWarehouse } from '@holon/warehouse-duckdb'
import type { MeasureQuery } from 'holon'
import { afterAll, expect, test } from 'vitest'

const folder = await mkdtemp(join(tmpdir(), 'holon-killed-'))
const file = join(folder, 'warehouse.duckdb')
let child: ChildProcess | undefined
afterAll(async () => {
  child?.kill('SIGKILL')
  await rm(folder, { recursive: true })
})

async function projecting(): Promise<ChildProcess> {
  child = fork(join(import.meta.dirname, 'warehouse-projecting.process.ts'), [file], {
    execArgv: ['--conditions=source'],
  })
  await once(child, 'message')
  return child
}

const useful: MeasureQuery = {
  system: 'tax-filing',
  measure: {
    op: 'rate',
    of: { op: 'known', of: { op: 'feedback', name: 'useful' } },
    decision: 'audit-risk-meter',
    per: 'decision',
  },
  feedback: [{ name: 'useful', kind: 'feedback', keep: 'last' }],
  now: 0,
}

test('a warehouse whose process is killed at any moment holds whole batches, and its position fits', async () => {
  let before = 0
  for (let round = 0; round < 8; round++) {
    const victim = await projecting()
    // At any moment, but for the last time not before a batch was stored, which may take a busy machine a while.
    if (round === 7) await once(victim, 'message')
    await setTimeout(30 + 45 * round)
    victim.kill('SIGKILL')
    await once(victim, 'exit')
    const warehouse = await duckdbWarehouse({ file })
    const position = await warehouse.position()
    const [answer] = await warehouse.answer(useful)
    await warehouse.close()
    expect(position % 3000).toBe(0)
    expect(position).toBeGreaterThanOrEqual(before)
    const half = position / 2
    expect(answer?.statistics).toEqual({ kind: 'moments', n: half, sum: half, squares: half })
    before = position
  }
  expect(before).toBeGreaterThan(0)
  expect(await readdir(folder)).toEqual(['warehouse.duckdb'])
})

test('a warehouse that another process holds is refused', async () => {
  const holder = await projecting()
  await expect(duckdbWarehouse({ file })).rejects.toMatchObject({
    code: 'warehouse-unavailable',
    message: expect.stringContaining('another process'),
  })
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  await (await duckdbWarehouse({ file })).close()
})
