import type { ChildProcess } from 'node:child_process'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { SimulationRun } from 'holon'
import { memoryRegistry } from 'holon/memory'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loadProduct } from '../products/find.ts'
import { type Runs, runsOf } from './runs.ts'

const module = new URL('./weather.fixture.ts', import.meta.url).href
const registry = memoryRegistry()
let runs: Runs

beforeEach(async () => {
  runs = runsOf([await loadProduct(module, 'weather')], registry)
})
afterEach(() => runs.close())

/** So long that no test sees its end. */
const long = { days: 20_000 }
const short = { days: 2, people: 5 }

const ofState = (id: string, state: string) =>
  expect.poll(async () => (await runs.run('weather', id)).state).toBe(state)
const dayOf = async (id: string) => (await runs.run('weather', id)).progress.day

describe('runs', () => {
  test('are started, kept with their reports, and there after a restart', async () => {
    const { id, state, request } = await runs.start('weather', { ...short, settings: { rain: 0.8 } })
    expect(state).toBe('running')
    expect(request).toEqual({ ...short, seed: 1, settings: { rain: 0.8 } })
    await ofState(id, 'done')
    const run = await runs.run('weather', id)
    expect(run.progress).toEqual({ day: 2, of: 2 })
    expect(run.documents).toMatchObject([{ version: 'current', day: 2, settings: { rain: 0.8 } }])
    await runs.close()
    const later = runsOf([await loadProduct(module, 'weather')], registry)
    expect(await later.run('weather', id)).toEqual(run)
    expect((await later.list('weather')).map((one) => one.id)).toContain(id)
    await later.remove('weather', id)
    await expect(later.run('weather', id)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('compare two versions on the same people', async () => {
    const { id } = await runs.start('weather', { ...short, compare: ['current', 'blind'] })
    await ofState(id, 'done')
    const { documents } = await runs.run('weather', id)
    expect(documents.map(({ version }) => version)).toEqual(['current', 'blind'])
    expect(documents[0]?.decisions).toBe(documents[1]?.decisions)
  })

  test('are paused with a report, take a scenario meanwhile, and go on', async () => {
    const { id } = await runs.start('weather', long)
    await expect.poll(() => dayOf(id)).toBeGreaterThan(0)
    expect((await runs.pause('weather', id)).state).toBe('paused')
    await expect.poll(async () => (await runs.run('weather', id)).documents.length).toBe(1)
    const before = await dayOf(id)
    const { injected } = await runs.inject('weather', id, 'launch')
    expect(injected).toMatchObject([{ scenario: 'launch' }])
    await expect(runs.inject('weather', id, 'lunch')).rejects.toMatchObject({ code: 'name-unknown' })
    expect(await dayOf(id)).toBe(before)
    expect((await runs.resume('weather', id)).state).toBe('running')
    await expect.poll(() => dayOf(id)).toBeGreaterThan(before)
    await runs.remove('weather', id)
    expect((await runs.list('weather')).map((one) => one.id)).not.toContain(id)
  })

  test('answer each of several scenarios that are asked for at once', async () => {
    const { id } = await runs.start('weather', { ...long, compare: ['current', 'blind'] })
    await runs.pause('weather', id)
    const asked = ['launch', 'lunch', 'monsoon'].map((name) => runs.inject('weather', id, name))
    const [launch, lunch, monsoon] = await Promise.allSettled(asked)
    expect([launch?.status, monsoon?.status]).toEqual(['fulfilled', 'fulfilled'])
    expect(lunch).toMatchObject({ reason: { code: 'name-unknown' } })
    const { injected } = await runs.run('weather', id)
    expect(injected.map(({ scenario }) => scenario)).toEqual(['launch', 'monsoon'])
    await runs.remove('weather', id)
  })

  test('are two at once at most', async () => {
    const ids: string[] = []
    for (let n = 0; n < 2; n++) ids.push((await runs.start('weather', long)).id)
    await expect(runs.start('weather', short)).rejects.toMatchObject({ code: 'too-many' })
    const [first = ''] = ids
    await runs.pause('weather', first)
    ids.push((await runs.start('weather', long)).id)
    await expect(runs.resume('weather', first)).rejects.toMatchObject({ code: 'too-many' })
    await runs.close()
    const later = runsOf([await loadProduct(module, 'weather')], registry)
    const ended: SimulationRun = await later.run('weather', ids[1] ?? '')
    expect(ended).toMatchObject({ state: 'failed', error: { code: 'stopped' } })
    await expect(later.inject('weather', ended.id, 'launch')).rejects.toMatchObject({ code: 'input-invalid' })
    expect((await later.pause('weather', ended.id)).state).toBe('failed')
    for (const id of ids) await later.remove('weather', id)
  })

  test('that cannot be are refused and leave nothing behind', async () => {
    const before = await runs.list('weather')
    await expect(runs.start('weather', { scenarios: ['monson'] })).rejects.toMatchObject({
      code: 'name-unknown',
    })
    await expect(runs.start('weather', { compare: ['current', 'lost'] })).rejects.toMatchObject({
      code: 'model-invalid',
    })
    expect(await runs.list('weather')).toEqual(before)
    await expect(runs.start('sun', {})).rejects.toMatchObject({ code: 'name-unknown' })
  })

  test('whose story breaks fail, and say why', async () => {
    const { id } = await runs.start('weather', { scenarios: ['collapse'] })
    await ofState(id, 'failed')
    const { error } = await runs.run('weather', id)
    expect(error?.message).toContain('The umbrella broke.')
  })

  test('fail when their process ends unexpectedly, and say so', async () => {
    const hear = (started: unknown) => {
      process = (started as { process: ChildProcess }).process
    }
    let process: ChildProcess | undefined
    subscribe('child_process', hear)
    const { id } = await runs.start('weather', long)
    unsubscribe('child_process', hear)
    process?.kill('SIGSEGV')
    await ofState(id, 'failed')
    const { error } = await runs.run('weather', id)
    expect(error).toMatchObject({
      code: 'internal',
      message: expect.stringMatching(/ended unexpectedly \(SIGSEGV\)/),
    })
  })

  test('have a world that tells what can be asked of it', () => {
    const { scenarios, versions, settings, people } = runs.world('weather')
    expect(people).toBe(30)
    expect(settings.town).toBe('north')
    expect(scenarios.find(({ name }) => name === 'monsoon')?.own).toBe(true)
    expect(scenarios.find(({ name }) => name === 'launch')?.own).toBe(false)
    expect(versions.map(({ name }) => name)).toEqual(['current', 'blind', 'lost'])
  })
})
