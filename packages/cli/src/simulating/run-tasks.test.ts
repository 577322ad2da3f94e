import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { runTasks } from './run-tasks.ts'
import type { Task } from './task.ts'

const module = new URL('./weather.fixture.ts', import.meta.url).href
const taskOf = (options: Task['options'] = {}, more: Partial<Task> = {}): Task => ({
  ...{ module, system: 'weather', options: { days: 6, people: 10, ...options } },
  ...more,
})

const folder = mkdtempSync(join(tmpdir(), 'holon-tasks-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('running tasks', () => {
  test('gives the same reports in one process and in three, in their order', async () => {
    const tasks = [1, 2, 3, 4].map((seed) => taskOf({ seed }))
    const alone = await runTasks(tasks, { workers: 1 })
    expect(alone.map(({ seed }) => seed)).toEqual([1, 2, 3, 4])
    expect(new Set(alone.map(({ log }) => log)).size).toBe(4)
    expect(await runTasks(tasks, { workers: 3 })).toEqual(alone)
    expect(alone[0]?.decisions).toBeGreaterThan(60)
  })

  test('writes the log, the same bytes twice, whose hash the report tells', async () => {
    const paths = ['a', 'b'].map((name) => join(folder, name))
    const documents = await runTasks(
      paths.map((log) => taskOf({}, { log })),
      { workers: 2 },
    )
    const [first, second] = paths.map((path) => readFileSync(path, 'utf8'))
    expect(first).toBe(second)
    const lines = first?.split('\n') ?? []
    expect(lines.length - 1).toBe(documents[0]?.entries)
    expect(
      createHash('sha256')
        .update(first ?? '')
        .digest('hex'),
    ).toBe(documents[0]?.log)
    for (const line of lines.slice(0, -1)) expect(() => JSON.parse(line)).not.toThrow()
  })

  test('runs versions with models of their own, or a model of a wanted quality', async () => {
    const [current, blind, exact] = await runTasks(
      [taskOf(), taskOf({ version: 'blind' }), taskOf({ quality: 1 })],
      { workers: 2 },
    )
    const rate = (name: string, document = current) =>
      document?.experiences.find(({ experience }) => experience === name)?.times ?? 0
    expect(rate('umbrella')).toBeGreaterThan(10)
    expect(rate('umbrella', blind)).toBe(0)
    expect(exact?.quality[0]?.auc).toBe(1)
    expect(current?.decisions).toBe(blind?.decisions)
  })

  test('tells how far all are together', async () => {
    const days: number[] = []
    await runTasks([taskOf({ seed: 1 }), taskOf({ seed: 2 })], { workers: 2, onDay: (day) => days.push(day) })
    expect(days.at(-1)).toBeCloseTo(12, 6)
    expect(days).toEqual(days.toSorted((a, b) => a - b))
  })

  test('ends them when it is told to, and leaves no warehouse behind', async () => {
    const temporary = join(folder, 'temporary')
    mkdirSync(temporary)
    vi.stubEnv('TMPDIR', temporary)
    const ending = new AbortController()
    let during: readonly string[] = []
    const onDay = () => {
      during = readdirSync(temporary)
      ending.abort('enough')
    }
    const running = runTasks([taskOf({ days: 20_000 })], { signal: ending.signal, onDay })
    await expect(running).rejects.toBe('enough')
    vi.unstubAllEnvs()
    expect(during).toHaveLength(1)
    expect(readdirSync(temporary)).toEqual([])
  })

  test.each([
    [{ scenarios: ['monson'] }, 'name-unknown', /monsoon/],
    [{ version: 'lost' }, 'model-invalid', /./],
    [{ version: 'best' }, 'name-unknown', /current, blind, lost/],
    [{ settings: { rain: 'much' } }, 'input-invalid', /0.5/],
    [{ scenarios: ['collapse'] }, 'internal', /./],
  ] as const)('says what is wrong with %j', async (options, code, fix) => {
    await expect(runTasks([taskOf(options)])).rejects.toMatchObject({
      code,
      fix: expect.stringMatching(fix),
    })
  })

  test('says so where the log cannot be written, or there is no world', async () => {
    const log = join(folder, 'none', 'log')
    await expect(runTasks([taskOf({}, { log })])).rejects.toMatchObject({ code: 'config-invalid' })
    await expect(runTasks([taskOf({}, { system: 'wether' })])).rejects.toMatchObject({ code: 'name-unknown' })
  })
})
