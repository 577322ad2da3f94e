import type { FastifyInstance } from 'fastify'
import type {
  DecideAnswer,
  GoalDocument,
  LatestDocument,
  Problem,
  RecordDocument,
  SystemDocument,
} from 'holon'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { createServer, type ServerOptions } from './create-server.ts'
import { openLamps } from './lamp.fixture.ts'
import type { Log } from './served.ts'

const dark = { context: { dusk: 0.9, room: 'hall' }, subject: 'dweller-1' }
const decideUrl = '/api/v1/systems/lamps/decisions/light'

let running: Awaited<ReturnType<typeof openLamps>>
let app: FastifyInstance
const logged: string[] = []
const logger: Log = { error: (details, message) => logged.push(`${message} ${JSON.stringify(details)}`) }

beforeEach(async () => {
  logged.length = 0
  running = await openLamps()
  app = serverOf({})
})

afterEach(async () => {
  await app.close()
  await running.close()
})

function serverOf(options: Partial<ServerOptions>): FastifyInstance {
  return createServer({ systems: [running], version: '1.2.3', logger, ...options })
}

async function decide(body: object = dark): Promise<DecideAnswer> {
  const response = await app.inject({ method: 'POST', url: decideUrl, payload: body })
  expect(response.statusCode, response.body).toBe(201)
  return response.json()
}

async function problem(
  request: {
    method?: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'OPTIONS'
    url: string
    payload?: object | string
    headers?: Record<string, string>
  },
  server = app,
): Promise<Problem & { headers: Record<string, unknown> }> {
  const response = await server.inject({ method: 'GET', ...request })
  expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  const body = response.json<Problem>()
  expect(body.status).toBe(response.statusCode)
  expect(body.type).toBe(`urn:holon:problem:${body.code}`)
  return { ...body, headers: response.headers }
}

describe('health and systems', () => {
  test('health tells the version and what is not well', async () => {
    expect((await app.inject('/api/v1/health')).json()).toEqual({
      status: 'ok',
      version: '1.2.3',
      problems: [],
      demo: false,
    })
    await running.setFault('eye', { kind: 'dead' })
    const unwell = (await app.inject('/api/v1/health')).json()
    expect(unwell.status).toBe('degraded')
    expect(unwell.problems).toEqual([expect.stringContaining('eye')])
  })

  test('systems are told as declared', async () => {
    const [first] = (await app.inject('/api/v1/systems')).json<SystemDocument[]>()
    const one = (await app.inject('/api/v1/systems/lamps')).json<SystemDocument>()
    expect(first).toEqual(one)
    expect(one).toEqual(JSON.parse(JSON.stringify(running.document())))
    expect(await problem({ url: '/api/v1/systems/__proto__' })).toMatchObject({
      status: 404,
      code: 'name-unknown',
    })
  })
})

describe('decide', () => {
  test('answers in the shape of the contract, nothing lost on the way', async () => {
    const answer = await decide()
    expect(answer).toMatchObject({
      experience: {
        name: 'lamp',
        style: 'automate',
        forcefulness: 0.3,
        parameters: { percent: 90 },
        text: '90 percent',
      },
      prediction: 0.9,
      reason: 'policy',
      degraded: false,
      propensity: 1,
      model: [{ name: 'eye', version: '1' }],
    })
    const { record } = (await app.inject(`/api/v1/decisions/${answer.id}`)).json<RecordDocument>()
    expect(record).toMatchObject({ id: answer.id, experience: 'lamp', snapshot: answer.snapshot })
  })

  test('a key in body or header answers the same decision again', async () => {
    const first = await decide({ ...dark, key: 'k-1' })
    const header = await app.inject({
      method: 'POST',
      url: decideUrl,
      payload: dark,
      headers: { 'idempotency-key': 'k-1' },
    })
    expect(header.json()).toEqual(first)
    const other = { context: { dusk: 0.1, room: 'attic' }, key: 'k-1' }
    expect(await problem({ method: 'POST', url: decideUrl, payload: other })).toMatchObject({
      status: 409,
      code: 'key-conflict',
    })
  })

  test.each([
    ['a context that does not fit', { context: { dusk: 'much', room: 'hall' } }, 422, 'context-invalid'],
    ['no context', { subject: 'x' }, 400, 'request-invalid'],
    ['a misspelt property', { ...dark, sbuject: 'x' }, 400, 'request-invalid'],
    ['a subject that is a number', { ...dark, subject: 7 }, 400, 'request-invalid'],
    ['an empty key', { ...dark, key: '' }, 400, 'request-invalid'],
    ['a body that is a list', [dark], 400, 'request-invalid'],
  ])('refuses %s', async (_what, payload, status, code) => {
    expect(await problem({ method: 'POST', url: decideUrl, payload })).toMatchObject({ status, code })
  })

  test('an unknown decision is named as such', async () => {
    const url = '/api/v1/systems/lamps/decisions/toString'
    expect(await problem({ method: 'POST', url, payload: dark })).toMatchObject({
      status: 404,
      code: 'name-unknown',
    })
  })

  test('the latest come a page at a time', async () => {
    const ids: string[] = []
    for (let count = 0; count < 5; count++) ids.unshift((await decide()).id)
    const seen: string[] = []
    let before = ''
    for (let page = 0; page < 4; page++) {
      const url = `/api/v1/systems/lamps/decisions?limit=2${before}`
      const { decisions, next } = (await app.inject(url)).json<LatestDocument>()
      seen.push(...decisions.map((one) => one.id))
      if (next === null) break
      before = `&before=${next}`
    }
    expect(seen).toEqual(ids)
  })

  test.each(['limit=0', 'limit=1001', 'limit=two', 'limit=', 'limit=1&limit=2', 'before=1.5'])(
    'refuses the page ?%s',
    async (query) => {
      const url = `/api/v1/systems/lamps/decisions?${query}`
      expect(await problem({ url })).toMatchObject({ status: 400, code: 'request-invalid' })
    },
  )

  test('a decision is replayed', async () => {
    const { id } = await decide()
    const replay = await app.inject({ method: 'POST', url: `/api/v1/decisions/${id}/replay` })
    expect(replay.json()).toMatchObject({ id, equal: true })
  })

  test('ids that were not issued here are refused', async () => {
    expect(await problem({ url: '/api/v1/decisions/nonsense' })).toMatchObject({
      status: 400,
      code: 'decision-id-invalid',
    })
  })
})

describe('feedback', () => {
  async function values(id: string): Promise<unknown[]> {
    const { back } = (await app.inject(`/api/v1/decisions/${id}`)).json<RecordDocument>()
    return back.map(({ kind, name, key, value }) => [kind, name, key, value])
  }

  test('comes back once for a key, is changed and retracted', async () => {
    const { id } = await decide()
    const url = `/api/v1/decisions/${id}/feedback`
    const send = async (payload: object): Promise<number> =>
      (await app.inject({ method: 'POST', url, payload })).statusCode
    expect(await send({ name: 'exposure', value: true, key: 'e' })).toBe(202)
    expect(await send({ name: 'useful', value: true, key: 'a' })).toBe(202)
    expect(await send({ name: 'useful', value: true, key: 'a' })).toBe(202)
    expect(await values(id)).toEqual([
      ['exposure', 'exposure', 'e', true],
      ['feedback', 'useful', 'a', true],
    ])
    const change = await app.inject({ method: 'PUT', url: `${url}/useful/a`, payload: { value: false } })
    expect(change.statusCode).toBe(202)
    expect((await app.inject({ method: 'DELETE', url: `${url}/useful/a` })).statusCode).toBe(202)
    expect((await app.inject({ method: 'DELETE', url: `${url}/exposure` })).statusCode).toBe(202)
    const all = await values(id)
    expect(all).toContainEqual(['feedback', 'useful', 'a', false])
    expect(all.slice(-2).map((one) => (one as unknown[])[0])).toEqual(['retraction', 'retraction'])
  })

  test.each([
    ['a value of the wrong type', { name: 'useful', value: 'yes' }, 422, 'value-invalid'],
    ['a name that is not declared', { name: 'stars', value: 5 }, 404, 'name-unknown'],
    ['no value', { name: 'useful' }, 400, 'request-invalid'],
  ])('refuses %s', async (_what, payload, status, code) => {
    const { id } = await decide()
    const url = `/api/v1/decisions/${id}/feedback`
    expect(await problem({ method: 'POST', url, payload })).toMatchObject({ status, code })
  })

  test('reaches the goals', async () => {
    for (let count = 0; count < 3; count++) {
      const { id } = await decide()
      const payload = { name: 'useful', value: count > 0 }
      await app.inject({ method: 'POST', url: `/api/v1/decisions/${id}/feedback`, payload })
    }
    await expect
      .poll(async () => (await app.inject('/api/v1/systems/lamps/goals')).json<GoalDocument[]>()[0])
      .toMatchObject({ name: 'useful light', n: 3, value: 2 / 3 })
    const sliced = await app.inject('/api/v1/systems/lamps/goals?slice=room')
    expect(sliced.json<GoalDocument[]>()[0]?.slices).toMatchObject([{ slice: 'hall', n: 3 }])
    const past = await app.inject('/api/v1/systems/lamps/goals?to=1000')
    expect(past.json<GoalDocument[]>()[0]).toMatchObject({ n: 0, status: 'inconclusive' })
  })
})

describe('faults and people', () => {
  const url = '/api/v1/systems/lamps/models/eye/fault'

  test('a model is broken only in a demonstration', async () => {
    expect((await app.inject(url)).json()).toEqual({ kind: 'none' })
    const payload = { kind: 'dead' }
    expect(await problem({ method: 'PUT', url, payload })).toMatchObject({ status: 403, code: 'not-allowed' })
    const demo = serverOf({ demo: true })
    expect((await demo.inject({ method: 'PUT', url, payload })).json()).toEqual(payload)
    expect(await decide()).toMatchObject({
      degraded: true,
      reason: 'fallback',
      experience: { name: 'nothing' },
    })
    expect(await problem({ method: 'PUT', url, payload: { kind: 'slow' } }, demo)).toMatchObject({
      status: 400,
    })
    await demo.close()
  })

  test.each(['nose', '__proto__', 'constructor'])('the unknown model %s is named as such', async (model) => {
    const unknown = url.replace('eye', model)
    expect(await problem({ url: unknown })).toMatchObject({ status: 404, code: 'name-unknown' })
    const demo = serverOf({ demo: true })
    const request = { method: 'PUT', url: unknown, payload: { kind: 'dead' } } as const
    expect(await problem(request, demo)).toMatchObject({ status: 404, code: 'name-unknown' })
    await expect(running.setFault(model, { kind: 'dead' })).rejects.toMatchObject({ code: 'name-unknown' })
    expect('fault' in {}).toBe(false)
    await demo.close()
  })

  test('a person is erased', async () => {
    const { id } = await decide()
    const erase = async (): Promise<unknown> =>
      (await app.inject({ method: 'DELETE', url: '/api/v1/people/dweller-1' })).json()
    expect(await erase()).toEqual({ erased: true })
    expect(await erase()).toEqual({ erased: false })
    expect((await app.inject(`/api/v1/decisions/${id}`)).json<RecordDocument>().private).toBeNull()
  })
})

describe('what is wrong with a request', () => {
  test.each([
    ['an address that does not exist', { url: '/api/v1/nothing' }, 404, 'not-found'],
    ['an address that is not UTF-8', { url: '/api/v1/decisions/%E0%A4%A' }, 400, 'request-invalid'],
    ['an address that is too long', { url: `/api/v1/decisions/${'x'.repeat(2000)}` }, 414, 'request-invalid'],
    [
      'JSON that is none',
      { method: 'POST', url: decideUrl, payload: '{', headers: json },
      400,
      'request-invalid',
    ],
    [
      'JSON that poisons',
      { method: 'POST', url: decideUrl, payload: '{"__proto__":{}}', headers: json },
      400,
      'request-invalid',
    ],
    [
      'JSON that is deep',
      { method: 'POST', url: decideUrl, payload: deep, headers: json },
      400,
      'request-invalid',
    ],
    [
      'another type',
      { method: 'POST', url: decideUrl, payload: '{}', headers: plain },
      415,
      'request-invalid',
    ],
    [
      'a body that is too large',
      { method: 'POST', url: decideUrl, payload: large, headers: json },
      413,
      'too-large',
    ],
  ] as const)('%s', async (_what, request, status, code) => {
    const answer = await problem(request as Parameters<typeof problem>[0])
    expect(answer).toMatchObject({ status, code })
    expect(answer.fix).toMatch(/\w/)
  })

  test('a method the address does not have: 405 and those it has', async () => {
    const answer = await problem({ method: 'DELETE', url: decideUrl })
    expect(answer).toMatchObject({ status: 405, code: 'request-invalid' })
    expect(answer.headers.allow).toBe('POST')
    expect((await problem({ method: 'POST', url: '/api/v1/health' })).headers.allow).toBe('GET, HEAD')
  })

  test('what fails inside is logged, without the address, and not shown', async () => {
    const secret = new TypeError('password hunter2')
    const broken = serverOf({ systems: [{ ...running, erase: () => Promise.reject(secret) }] })
    const answer = await problem({ method: 'DELETE', url: '/api/v1/people/jane.doe' }, broken)
    expect(answer).toMatchObject({ status: 500, code: 'internal' })
    expect(JSON.stringify(answer)).not.toContain('hunter2')
    expect(logged).toHaveLength(1)
    expect(logged[0]).toContain('/api/v1/people/:subject')
    expect(logged[0]).not.toContain('jane')
    await broken.close()
  })

  test('what hangs inside is given up, and the caller told to come back', async () => {
    const hanging = { ...running, record: () => new Promise<never>(() => undefined) }
    const slow = serverOf({ systems: [hanging], limits: { answer: 20 } })
    const answer = await problem({ url: '/api/v1/decisions/x' }, slow)
    expect(answer).toMatchObject({ status: 503, code: 'too-slow' })
    expect(answer.headers['retry-after']).toBe('1')
    await slow.close()
  })
})

const json = { 'content-type': 'application/json' }
const plain = { 'content-type': 'text/plain' }
const deep = `{"context":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
const large = JSON.stringify({ context: 'x'.repeat(1024 * 1024) })

describe('many systems', () => {
  test('a decision is found at the system that made it', async () => {
    const others = await openLamps()
    const both = serverOf({ systems: [{ ...others, name: 'others' }, running] })
    const { id } = await decide()
    const response = await both.inject(`/api/v1/decisions/${id}`)
    expect(response.json()).toMatchObject({ record: { id } })
    expect(await problem({ url: '/api/v1/decisions/forged' }, both)).toMatchObject({
      code: 'decision-id-invalid',
    })
    await both.close()
    await others.close()
  })

  test('two of one name are refused', () => {
    expect(() => serverOf({ systems: [running, running] })).toThrow(
      expect.objectContaining({ code: 'config-invalid' }),
    )
  })
})
