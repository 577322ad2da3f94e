import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BackEntry, DecisionEntry } from 'holon'
import { afterAll, expect, test } from 'vitest'
import { openWatch } from './ladder-watch.ts'

const root = await mkdtemp(join(tmpdir(), 'holon-ladder-'))
afterAll(() => rm(root, { recursive: true }))

/** A folder as a process left it that was killed at a call. */
async function killedAt(call: number, ...rest: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(root, 'killed-'))
  const script = join(import.meta.dirname, 'ladder.process.ts')
  const child = fork(script, [folder, String(call), ...rest], { execArgv: ['--conditions=source'] })
  const [, signal] = await once(child, 'exit')
  expect(signal).toBe('SIGKILL')
  return folder
}

async function entriesIn(log: Awaited<ReturnType<typeof openWatch>>['log']) {
  const entries = (await log.read(0, 100)).map(({ entry }) => entry)
  const decisions = entries.filter((entry): entry is DecisionEntry => entry.kind === 'decision')
  const back = entries.filter((entry): entry is BackEntry => entry.kind === 'feedback')
  return { met: decisions.map(({ experience }) => experience), back }
}

// A document and a record to begin, a case and both for the second step, both for the last; before and after each is on disk.
test.each(Array.from({ length: 14 }, (_, at) => at + 1))(
  'killed at call %i, it goes on where it was: every step once, or nothing where nothing was recorded',
  async (call) => {
    const folder = await killedAt(call)
    const { running, log, close } = await openWatch(folder)
    const { met } = await entriesIn(log)
    // The third and fourth call are before and after the first record.
    const all = call < 4 ? [] : ['ask', 'call', 'emergency']
    expect(met.length > 0).toBe(all.length > 0)
    expect(met).toEqual(all.slice(0, met.length))
    await expect.poll(async () => (await entriesIn(log)).met, { timeout: 30_000 }).toEqual(all)
    expect(running.problems()).toEqual([])
    if (all.length > 0) expect((await running.episode('e')).next).toBeUndefined()
    expect((await running.queue()).map(({ experience }) => experience)).toEqual(
      all.filter((experience) => experience === 'call'),
    )
    await close()
  },
)

test.each([5, 6, 7])('killed at call %i while the person answers, what is recorded ends it', async (call) => {
  const folder = await killedAt(call, 'fine')
  const { running, log, close } = await openWatch(folder)
  const answered = (await entriesIn(log)).back.length === 1
  expect(answered).toBe(call > 5)
  const isOver = async () => {
    const { ended, next } = await running.episode('e')
    return ended !== undefined || next === undefined
  }
  await expect.poll(isOver, { timeout: 30_000 }).toBe(true)
  const { met } = await entriesIn(log)
  expect(met).toEqual(answered ? ['ask'] : ['ask', 'call', 'emergency'])
  await close()
})
