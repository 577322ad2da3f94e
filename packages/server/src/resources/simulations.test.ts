import {
  HolonError,
  type JsonObject,
  type SimulationDocument,
  type SimulationRun,
  type WorldDocument,
} from 'holon'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { conforms } from '../openapi/conforms.fixture.ts'
import { Serving } from '../serving.fixture.ts'
import type { Simulations } from '../simulations.ts'

const url = '/api/v1/systems/lamps/simulations'

const world: WorldDocument = {
  ...{ system: 'lamps', about: 'dusk', start: '2026-03-01', people: 9, days: 30 },
  settings: { dusk: 0.5, rain: true, town: 'north' },
  scenarios: [{ name: 'launch', about: 'twice as much', own: false }],
  versions: [{ name: 'current', about: 'The one that is served.' }],
}

const document: SimulationDocument = {
  ...{ system: 'lamps', version: 'current', seed: 1, people: 9, days: 30, scenarios: [] },
  settings: world.settings,
  ...{ day: 30, decisions: 12, entries: 20, log: 'abc' },
  goals: [
    {
      ...{ name: 'light', layer: 'user', unit: 'share', target: { atLeast: 0.5 } },
      ...{ value: 0.6, interval: [0.5, 0.7], n: 12, status: 'met', truth: 0.61 },
      overTime: [{ day: 0, value: null, interval: null, n: 0, status: 'inconclusive', truth: null }],
    },
  ],
  guardrails: [{ decision: 'light', guardrail: 'never blinds', interventions: 2 }],
  experiences: [{ decision: 'light', experience: 'lamp', times: 12, degraded: 0 }],
  loops: [],
  noticed: [
    { day: 3, by: 'scenario', what: 'launch' },
    { day: 5, by: 'monitor', what: 'light', late: 2 },
  ],
  figures: [{ name: 'hours', overTime: [{ day: 0, n: 3, sum: 4.5 }] }],
  quality: [{ decision: 'light', auc: null, n: 0 }],
}

const run: SimulationRun = {
  ...{ id: 'one', system: 'lamps', state: 'failed', startedAt: 1 },
  request: { people: 9, days: 30, seed: 1, settings: { dusk: 0.7 } },
  progress: { day: 30, of: 30 },
  injected: [{ scenario: 'launch', day: 4 }],
  error: { code: 'internal', message: 'It ended.', fix: 'Try again.' },
  documents: [document],
}
const { documents: _, ...summary } = run

const asked: unknown[] = []
const note =
  <T>(name: string, answer: T) =>
  (...words: unknown[]): Promise<T> => {
    asked.push([name, ...words])
    return Promise.resolve(answer)
  }

const simulations: Simulations = {
  world: () => world,
  start: note('start', summary),
  list: note('list', [summary]),
  run: note('run', run),
  pause: note('pause', summary),
  resume: note('resume', summary),
  inject: note('inject', summary),
  remove: note('remove', undefined),
}

let serving: Serving
beforeEach(async () => {
  serving = await Serving.start()
  asked.length = 0
})
afterEach(() => serving.close())

const calls = [
  ['GET', '/api/v1/systems/lamps/world', undefined, 200],
  ['GET', url, undefined, 200],
  ['POST', url, { days: 3, settings: { dusk: 0.7, rain: false, town: 'south' } }, 201],
  ['GET', `${url}/one`, undefined, 200],
  ['POST', `${url}/one/pause`, undefined, 200],
  ['POST', `${url}/one/resume`, undefined, 200],
  ['POST', `${url}/one/scenarios`, { scenario: 'launch' }, 200],
  ['DELETE', `${url}/one`, undefined, 204],
] as const

describe('simulations', () => {
  test('are passed on, and answered as the document promises', async () => {
    const app = serving.serverOf({ demo: true, simulations })
    const promised = (await app.inject('/api/v1/openapi.json')).json<JsonObject>()
    for (const [method, path, payload, status] of calls) {
      const response = await app.inject({ method, url: path, ...(payload !== undefined && { payload }) })
      expect([path, response.statusCode, response.body]).toEqual([path, status, response.body])
      if (status === 204) continue
      const told = path.replace('/lamps/', '/{system}/').replace('/one', '/{id}')
      const at = (promised.paths as unknown as Paths)[told]?.[method.toLowerCase()]
      const schema = at?.responses[status]?.content['application/json'].schema
      expect(schema).toBeDefined()
      expect([path, conforms(promised, schema ?? {}, response.json())]).toEqual([path, []])
    }
    expect(asked).toEqual([
      ['list', 'lamps'],
      ['start', 'lamps', { days: 3, settings: { dusk: 0.7, rain: false, town: 'south' } }],
      ['run', 'lamps', 'one'],
      ['pause', 'lamps', 'one'],
      ['resume', 'lamps', 'one'],
      ['inject', 'lamps', 'one', 'launch'],
      ['remove', 'lamps', 'one'],
    ])
  })

  test('are told of in health, of systems that have a world', async () => {
    const worlds = async (given: Simulations) =>
      (await serving.serverOf({ simulations: given }).inject('/api/v1/health')).json().worlds
    expect(await worlds(simulations)).toEqual(['lamps'])
    const none = () => {
      throw new HolonError('not-found', 'There is no world.', 'Declare one.')
    }
    expect(await worlds({ ...simulations, world: none })).toEqual([])
  })

  test('can be read, but not begun, outside of a demonstration', async () => {
    const app = serving.serverOf({ simulations })
    for (const [method, path, payload] of calls) {
      const request = { method, url: path, ...(payload !== undefined && { payload }) }
      if (method === 'GET') expect((await app.inject(request)).statusCode).toBe(200)
      else expect(await serving.problem(request, app)).toMatchObject({ status: 403, code: 'not-allowed' })
    }
  })

  test('are not found where nothing runs them, or of a system that is not there', async () => {
    const bare = serving.serverOf({ demo: true })
    expect(await serving.problem({ url }, bare)).toMatchObject({ status: 404, code: 'not-found' })
    const app = serving.serverOf({ demo: true, simulations })
    expect(await serving.problem({ url: url.replace('lamps', 'bulbs') }, app)).toMatchObject({
      status: 404,
      code: 'name-unknown',
    })
  })

  test('that are too many are answered by 429', async () => {
    const full = new HolonError('too-many', 'Two run already.', 'Wait.')
    const app = serving.serverOf({
      demo: true,
      simulations: { ...simulations, start: () => Promise.reject(full) },
    })
    expect(await serving.problem({ method: 'POST', url, payload: {} }, app)).toMatchObject({ status: 429 })
  })

  test.each([
    { people: 0 },
    { people: 1.5 },
    { days: 0 },
    { days: -1 },
    { seed: 'x' },
    { scenarios: 'launch' },
    { settings: { dusk: null } },
    { compare: ['current'] },
    { quality: 0.4 },
    { nonsense: 1 },
  ])('are not begun by %j', async (payload) => {
    const app = serving.serverOf({ demo: true, simulations })
    expect(await serving.problem({ method: 'POST', url, payload }, app)).toMatchObject({ status: 400 })
    expect(asked).toEqual([])
  })
})

type Paths = Readonly<
  Record<
    string,
    Record<string, { responses: Record<number, { content: { 'application/json': { schema: JsonObject } } }> }>
  >
>
