import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sqliteLog } from '@holon/log-sqlite'
import type { DecisionLog } from 'holon'
import { decisionEntry, decisionId } from 'holon/testing'
import { expect, it } from 'vitest'

it('refuses on a full disk, loses nothing, and goes on by itself once there is room', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'holon-full-'))
  if (!mounted(folder, '4m'))
    return context.skip('needs the right to mount a small file system (root on Linux)')
  const log = await sqliteLog({ file: join(folder, 'log.db') })
  try {
    await fillAndFree(log, join(folder, 'filler'))
  } finally {
    await log.close()
    execFileSync('umount', [folder])
    rmdirSync(folder)
  }
})

async function fillAndFree(log: DecisionLog, filler: string): Promise<void> {
  writeFileSync(filler, Buffer.alloc(2_000_000))
  const acknowledged: string[] = []
  let number = 0
  const append = async () => {
    const id = decisionId(Date.now(), number++)
    await log.append([{ entry: decisionEntry({ id }) }])
    acknowledged.push(id)
  }
  /** The errors of many appends, fifty at a time. */
  const attempts = async (rounds: number) => {
    const errors: unknown[] = []
    for (let round = 0; round < rounds; round++)
      for (const result of await Promise.allSettled(Array.from({ length: 50 }, append)))
        if (result.status === 'rejected') errors.push(result.reason)
    return errors
  }
  const errors = await attempts(80)
  expect(errors.length).toBeGreaterThan(100)
  for (const error of errors)
    expect(error).toMatchObject({ code: 'log-full', fix: expect.stringContaining('Make room') })
  expect(acknowledged.length).toBeGreaterThan(100)
  expect(await stored()).toEqual(acknowledged)
  rmSync(filler)
  expect(await attempts(4)).toEqual([])
  expect(await stored()).toEqual(acknowledged)

  async function stored(): Promise<string[]> {
    return (await log.read(0, Infinity)).map(({ entry }) => (entry.kind === 'decision' ? entry.id : ''))
  }
}

function mounted(folder: string, size: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder], { stdio: 'ignore' })
    return true
  } catch {
    rmdirSync(folder)
    return false
  }
}
