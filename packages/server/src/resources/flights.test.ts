import type { AssigningDocument, FlightDocument } from 'holon'
import { assign } from 'holon/flight'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { Serving } from '../serving.fixture.ts'

let serving: Serving

beforeEach(async () => {
  serving = await Serving.start()
})

afterEach(() => serving.close())

const url = '/api/v1/systems/lamps/flights'
const signed = { by: 'the product owner', reason: 'to see' }
const hall = {
  op: 'compare',
  by: 'eq',
  left: { op: 'context', path: ['room'] },
  right: { op: 'literal', value: 'hall' },
}
const bold = {
  name: 'bold-light',
  about: 'More light helps.',
  decision: 'light',
  arms: { usual: {}, bold: { experiences: { lamp: { right: 9 } } } },
  among: hall,
  share: 0.5,
  ...signed,
}
const post = (path: string, payload: object) =>
  serving.app.inject({ method: 'POST', url: url + path, payload })

test('a flight is started, ramped and stopped, and each answer says its arms', async () => {
  const started = await post('', bold)
  expect([started.statusCode, started.json()]).toMatchObject([
    201,
    { name: 'bold-light', state: 'running', unit: 'person', arms: [{ name: 'usual' }, { name: 'bold' }] },
  ])
  expect((await post('/bold-light/ramp', { share: 1, ...signed })).json()).toMatchObject({ share: 1 })
  const { arms } = await serving.decide()
  expect(['usual', 'bold']).toContain(arms['bold-light'])
  const attic = { context: { dusk: 0.9, room: 'attic' }, subject: 'dweller-1' }
  expect((await serving.decide(attic)).arms).toEqual({})
  const stopped = await post('/bold-light/stop', { keep: 'bold', ...signed })
  expect(stopped.json()).toMatchObject({ state: 'kept', kept: 'bold' })
  expect(await serving.get<FlightDocument[]>(url)).toEqual([stopped.json()])
  expect(await serving.get<FlightDocument>(`${url}/bold-light`)).toEqual(stopped.json())
  expect((await serving.decide()).arms).toEqual({})
})

test('a client assigns as the server does, from what is told about assigning', async () => {
  await post('', bold)
  const { flights } = await serving.get<AssigningDocument>(`${url}/assigning`)
  expect(flights).toHaveLength(1)
  expect(flights[0]).not.toHaveProperty('steps')
  for (let n = 0; n < 40; n++) {
    const request = { context: { dusk: 0.5, room: 'hall' }, subject: `dweller-${n}` }
    const { arms } = await serving.decide(request)
    expect(assign(flights, { decision: 'light', ...request })).toEqual(arms)
  }
})

test.each([
  ['a typo', '', { ...bold, shares: 1 }, 400, 'request-invalid'],
  [
    'an arm with a guardrail',
    '',
    { ...bold, arms: { a: {}, b: { guardrails: [] } } },
    400,
    'request-invalid',
  ],
  ['an expression that is none', '', { ...bold, among: { op: 'context' } }, 400, 'request-invalid'],
  ['nobody', '', { ...bold, by: '' }, 400, 'request-invalid'],
  ['an unknown decision', '', { ...bold, decision: 'dark' }, 404, 'name-unknown'],
  ['one arm', '', { ...bold, arms: { a: {} } }, 422, 'input-invalid'],
  ['the name of an address', '', { ...bold, name: 'assigning' }, 422, 'input-invalid'],
  ['an unknown flight', '/dark/ramp', { share: 1, ...signed }, 404, 'name-unknown'],
  ['an unknown flight', '/dark/stop', signed, 404, 'name-unknown'],
])('refuses %s', async (_what, path, payload, status, code) => {
  expect(await serving.problem({ method: 'POST', url: url + path, payload })).toMatchObject({ status, code })
})

test('refuses a name that was used, and does not know others', async () => {
  await post('', bold)
  expect(await serving.problem({ method: 'POST', url, payload: bold })).toMatchObject({
    status: 409,
    code: 'flight-conflict',
  })
  expect(await serving.problem({ url: `${url}/dark` })).toMatchObject({
    status: 404,
    fix: 'Use one of: bold-light.',
  })
})
