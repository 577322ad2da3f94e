import { Validator } from '@seriousme/openapi-schema-validator'
import type { FastifyInstance, InjectOptions } from 'fastify'
import type { DecideAnswer, Json, JsonObject } from 'holon'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { createServer } from '../create-server.ts'
import { openLamps } from '../lamp.fixture.ts'
import { conforms } from './conforms.fixture.ts'

let running: Awaited<ReturnType<typeof openLamps>>
let app: FastifyInstance
let document: JsonObject & { paths: Record<string, Record<string, JsonObject>> }

beforeEach(async () => {
  running = await openLamps()
  app = createServer({ systems: [running], version: '1.2.3', demo: true })
  document = (await app.inject('/api/v1/openapi.json')).json()
})

afterEach(async () => {
  await app.close()
  await running.close()
})

test('is valid OpenAPI 3.1', async () => {
  const validator = new Validator()
  const result = await validator.validate(structuredClone(document))
  expect(result.errors).toBeUndefined()
  expect(result.valid).toBe(true)
  expect(validator.version).toBe('3.1')
  expect(document.info).toMatchObject({ version: '1.2.3' })
})

test('every reference leads somewhere', () => {
  const dead = referencesIn(document).filter((pointer) => at(pointer) === undefined)
  expect(dead).toEqual([])
})

test('operation ids are unique', () => {
  const ids = Object.values(document.paths).flatMap((path) =>
    Object.values(path).map((one) => one.operationId),
  )
  expect(new Set(ids).size).toBe(ids.length)
})

test('every route it tells is answered, and none it does not tell', async () => {
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const method of Object.keys(operations)) {
      if (path.endsWith('/stream')) continue
      const url = path.replaceAll(/\{\w+\}/g, 'x')
      const { statusCode, body } = await app.inject({ method: method.toUpperCase() as 'GET', url })
      expect([method, path, statusCode === 405 || body.includes('"code":"not-found"')]).toEqual([
        method,
        path,
        false,
      ])
    }
  }
  expect(Object.keys(document.paths).sort()).toEqual([
    '/api/v1/decisions/{id}',
    '/api/v1/decisions/{id}/feedback',
    '/api/v1/decisions/{id}/feedback/{name}',
    '/api/v1/decisions/{id}/feedback/{name}/{key}',
    '/api/v1/decisions/{id}/replay',
    '/api/v1/health',
    '/api/v1/openapi.json',
    '/api/v1/people/{subject}',
    '/api/v1/systems',
    '/api/v1/systems/lamps/decisions/light',
    '/api/v1/systems/{system}',
    '/api/v1/systems/{system}/decisions',
    '/api/v1/systems/{system}/decisions/{decision}',
    '/api/v1/systems/{system}/decisions/{decision}/experience',
    '/api/v1/systems/{system}/decisions/{decision}/fairness',
    '/api/v1/systems/{system}/decisions/{decision}/learn',
    '/api/v1/systems/{system}/decisions/{decision}/learned',
    '/api/v1/systems/{system}/decisions/{decision}/logged',
    '/api/v1/systems/{system}/decisions/{decision}/off-policy',
    '/api/v1/systems/{system}/decisions/{decision}/tunings',
    '/api/v1/systems/{system}/decisions/{decision}/what-if',
    '/api/v1/systems/{system}/episodes/{episode}',
    '/api/v1/systems/{system}/flights',
    '/api/v1/systems/{system}/flights/assigning',
    '/api/v1/systems/{system}/flights/{flight}',
    '/api/v1/systems/{system}/flights/{flight}/ramp',
    '/api/v1/systems/{system}/flights/{flight}/scorecard',
    '/api/v1/systems/{system}/flights/{flight}/stop',
    '/api/v1/systems/{system}/goals',
    '/api/v1/systems/{system}/goals/{goal}/power',
    '/api/v1/systems/{system}/indicators',
    '/api/v1/systems/{system}/latches',
    '/api/v1/systems/{system}/latches/reset',
    '/api/v1/systems/{system}/loops',
    '/api/v1/systems/{system}/models/{model}/fault',
    '/api/v1/systems/{system}/queue',
    '/api/v1/systems/{system}/queue/{id}/answer',
    '/api/v1/systems/{system}/queue/{id}/claim',
    '/api/v1/systems/{system}/simulations',
    '/api/v1/systems/{system}/simulations/{id}',
    '/api/v1/systems/{system}/simulations/{id}/pause',
    '/api/v1/systems/{system}/simulations/{id}/resume',
    '/api/v1/systems/{system}/simulations/{id}/scenarios',
    '/api/v1/systems/{system}/stream',
    '/api/v1/systems/{system}/tunings',
    '/api/v1/systems/{system}/world',
  ])
})

describe('typed by the systems', () => {
  const typed = '/api/v1/systems/lamps/decisions/light'

  test('the example of a decision is accepted as it stands, and answered as promised', async () => {
    const operation = document.paths[typed]?.post as unknown as Typed
    const { schema, example } = operation.requestBody.content['application/json']
    expect(conforms(document, schema, example)).toEqual([])
    expect(conforms(document, schema, { context: { dusk: 2, room: 'hall' } })).not.toEqual([])
    const answer = await app.inject({ method: 'POST', url: typed, payload: example })
    expect(answer.statusCode).toBe(201)
    const shape = promised(typed, 'POST', 201) ?? {}
    expect(conforms(document, shape, answer.json())).toEqual([])
    const wrong = { ...answer.json<DecideAnswer>(), experience: { name: 'siren' } }
    expect(conforms(document, shape, wrong as unknown as Json)).not.toEqual([])
  })

  test('feedback is told by name, with the schema of its value', () => {
    const schema = { $ref: '#/components/schemas/lamps.light.feedback' }
    expect(conforms(document, schema, { name: 'useful', value: true, key: 'k' })).toEqual([])
    expect(conforms(document, schema, { name: 'exposure', value: true })).toEqual([])
    expect(conforms(document, schema, { name: 'useful', value: 'yes' })).not.toEqual([])
    expect(conforms(document, schema, { name: 'stars', value: 5 })).not.toEqual([])
  })
})

const flight = {
  name: 'bold',
  about: 'More light helps.',
  decision: 'light',
  factors: { light: { usual: {}, bold: { experiences: { lamp: { right: 9 } } } } },
  among: { op: 'known', of: { op: 'context', path: ['room'] } },
  share: 0.5,
  by: 'somebody',
  reason: 'to see',
}

/** What the server answers fits what the document says, down to the last property. */
describe('answers are as promised', () => {
  test('by every route', async () => {
    const payload = { context: { dusk: 0.9, room: 'hall' }, subject: 's', episode: 'e', key: 'k' }
    const id = (
      await app.inject({ method: 'POST', url: '/api/v1/systems/lamps/decisions/light', payload })
    ).json<DecideAnswer>().id
    const feedback = { name: 'useful', value: true, key: 'k' }
    await app.inject({ method: 'POST', url: `/api/v1/decisions/${id}/feedback`, payload: feedback })
    const calls: [string, InjectOptions][] = [
      ['/api/v1/health', {}],
      ['/api/v1/systems', {}],
      ['/api/v1/systems/{system}', { url: '/api/v1/systems/lamps' }],
      ['/api/v1/systems/{system}/decisions', { url: '/api/v1/systems/lamps/decisions?limit=1' }],
      ['/api/v1/systems/{system}/goals', { url: '/api/v1/systems/lamps/goals?slice=room' }],
      [
        '/api/v1/systems/{system}/decisions/{decision}/fairness',
        { url: '/api/v1/systems/lamps/decisions/light/fairness' },
      ],
      [
        '/api/v1/systems/{system}/decisions/{decision}/off-policy',
        {
          method: 'POST',
          url: '/api/v1/systems/lamps/decisions/light/off-policy',
          payload: { policies: [{ uniform: true }, { experiences: {} }], reward: 'useful' },
        },
      ],
      [
        '/api/v1/systems/{system}/decisions/{decision}/logged',
        { url: '/api/v1/systems/lamps/decisions/light/logged?reward=useful' },
      ],
      [
        '/api/v1/systems/{system}/goals/{goal}/power',
        { url: '/api/v1/systems/lamps/goals/useful%20light/power?unitsPerDay=9&baseline=0.4&unit=decision' },
      ],
      [
        '/api/v1/systems/{system}/decisions/{decision}',
        { method: 'POST', url: '/api/v1/systems/lamps/decisions/light', payload },
      ],
      ['/api/v1/decisions/{id}', { url: `/api/v1/decisions/${id}` }],
      ['/api/v1/decisions/{id}/replay', { method: 'POST', url: `/api/v1/decisions/${id}/replay` }],
      [
        '/api/v1/systems/{system}/models/{model}/fault',
        {
          method: 'PUT',
          url: '/api/v1/systems/lamps/models/eye/fault',
          payload: { kind: 'slow', milliseconds: 5 },
        },
      ],
      ['/api/v1/people/{subject}', { method: 'DELETE', url: '/api/v1/people/s' }],
      [
        '/api/v1/systems/{system}/flights',
        { method: 'POST', url: '/api/v1/systems/lamps/flights', payload: flight },
      ],
      ['/api/v1/systems/{system}/flights', { url: '/api/v1/systems/lamps/flights' }],
      [
        '/api/v1/systems/{system}/flights/{flight}/scorecard',
        {
          url: `/api/v1/systems/lamps/flights/${flight.name}/scorecard?slices=room&sinceMet=1%20day&before=1%20day`,
        },
      ],
      ['/api/v1/systems/{system}/flights/assigning', { url: '/api/v1/systems/lamps/flights/assigning' }],
    ]
    for (const [path, request] of calls) {
      const response = await app.inject({ method: 'GET', url: path, ...request })
      const schema = promised(path, request.method ?? 'GET', response.statusCode)
      expect([path, schema === undefined]).toEqual([path, false])
      expect([path, conforms(document, schema ?? {}, response.json())]).toEqual([path, []])
    }
  })

  test('by every problem', async () => {
    const response = await app.inject('/api/v1/decisions/nonsense')
    expect(conforms(document, { $ref: '#/components/schemas/Problem' }, response.json())).toEqual([])
  })
})

interface Operation {
  readonly responses: Readonly<Record<string, { content?: Readonly<Record<string, { schema: JsonObject }>> }>>
}

interface Typed {
  readonly requestBody: { content: { 'application/json': { schema: JsonObject; example: JsonObject } } }
}

/** The schema of the JSON a route answers with. */
function promised(path: string, method: string, status: number): JsonObject | undefined {
  const operation = document.paths[path]?.[method.toLowerCase()] as Operation | undefined
  return operation?.responses[status]?.content?.['application/json']?.schema
}

function referencesIn(value: Json): string[] {
  if (typeof value !== 'object' || value === null) return []
  const own = '$ref' in value && typeof value.$ref === 'string' ? [value.$ref] : []
  return [...own, ...Object.values(value).flatMap(referencesIn)]
}

function at(pointer: string): Json | undefined {
  return pointer
    .split('/')
    .slice(1)
    .reduce<Json | undefined>((place, key) => (place as JsonObject | undefined)?.[key], document)
}
