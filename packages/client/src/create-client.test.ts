import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

import { createClient } from './create-client.ts'
import type { ClientError } from './error.ts'
import type { house } from './lamp.fixture.ts'
import { away, memoryStorage, problem, ScriptedServer } from './scripted-server.fixture.ts'
import type { Client, ClientOptions } from './types.ts'

let server: ScriptedServer
const problems: ClientError[] = []
const clients: Client<typeof house>[] = []

beforeEach(() => {
  server = new ScriptedServer()
  problems.length = 0
})

afterEach(async () => {
  vi.useRealTimers()
  server.answer = () => new Response(null, { status: 202 })
  await Promise.all(clients.splice(0).map((client) => client.close()))
})

function connect(options: Partial<ClientOptions> = {}): Client<typeof house> {
  const client = createClient<typeof house>({
    system: 'house',
    url: 'http://holon.test/',
    fetch: server.fetch,
    onProblem: (one) => problems.push(one),
    ...options,
  })
  clients.push(client)
  return client
}

const answered = {
  id: 'd1',
  experience: { name: 'lamp', style: 'automate', forcefulness: 0.3, parameters: { percent: 80 }, text: '80' },
  prediction: 0.8,
  reason: 'policy',
  degraded: false,
  guardrails: [],
  propensity: 1,
  model: [],
  snapshot: 'abc',
}
const created = (): Response => Response.json(answered, { status: 201 })
const dark = { dusk: 0.8, room: 'hall' } as const

describe('decide', () => {
  test('asks as the contract says, and answers flat', async () => {
    server.script(created)
    const seen = await connect({ key: 'secret' }).decide('light', dark, {
      subject: 's',
      episode: 'e',
      key: 'k',
    })
    const { experience, ...rest } = answered
    const { name, ...met } = experience
    expect(seen).toEqual({ ...rest, ...met, experience: name })
    expect(server.arrived).toMatchObject([
      {
        method: 'POST',
        path: '/api/v1/systems/house/decisions/light',
        body: { context: dark, subject: 's', episode: 'e', key: 'k' },
      },
    ])
    expect(server.arrived[0]?.headers.get('authorization')).toBe('Bearer secret')
    expect(server.arrived[0]?.headers.get('content-type')).toBe('application/json')
  })

  test('rejects with what the server said', async () => {
    server.script(problem(422, 'context-invalid'))
    await expect(connect().decide('light', dark)).rejects.toMatchObject({
      name: 'ClientError',
      code: 'context-invalid',
      message: 'it was context-invalid',
      fix: 'fix it',
      status: 422,
    })
  })

  test.each([
    ['nobody answers', away, 'server-unreachable'],
    ['something else answers', () => new Response('<html>', { status: 502 }), 'server-unreachable'],
    ['a portal answers', () => new Response('<html>log in', { status: 200 }), 'server-unreachable'],
    ['the answer is cut', () => new Response('{"id":', { status: 201 }), 'server-unreachable'],
    ['the log is full', problem(507, 'log-full'), 'log-full'],
    ['the context is refused', problem(422, 'context-invalid'), 'context-invalid'],
  ])('with a fallback it answers when %s', async (_what, answer, code) => {
    server.script(answer)
    const seen = await connect().decide('light', dark, { fallback: 'nothing' })
    expect(seen).toMatchObject({
      id: null,
      experience: 'nothing',
      parameters: null,
      reason: 'fallback',
      code,
      degraded: true,
    })
    expect(problems.map((one) => one.code)).toEqual([code])
  })

  test('waits no longer than told', async () => {
    server.answer = () => new Promise(() => undefined)
    const start = performance.now()
    const options = { timeout: 50, fallback: 'nothing' } as const
    expect(await connect().decide('light', dark, options)).toMatchObject({ code: 'server-unreachable' })
    await expect(connect().decide('light', dark, { timeout: 50 })).rejects.toMatchObject({
      code: 'server-unreachable',
    })
    expect(performance.now() - start).toBeLessThan(1000)
  })

  test('says when a context is no data, without asking', async () => {
    const circle: { dusk: number; room: 'hall'; self?: unknown } = { dusk: 1, room: 'hall' }
    circle.self = circle
    await expect(connect().decide('light', circle)).rejects.toMatchObject({ code: 'request-invalid' })
    expect(server.arrived).toEqual([])
  })
})

describe('an episode', () => {
  test('is read by its name', async () => {
    const episode = { episode: 'a/b', steps: [], next: { experience: 'call', step: 1, due: 9 } }
    server.script(() => Response.json(episode))
    expect(await connect().episode('a/b')).toEqual(episode)
    expect(server.arrived).toMatchObject([{ method: 'GET', path: '/api/v1/systems/house/episodes/a%2Fb' }])
  })

  test('rejects with what the server said', async () => {
    server.script(problem(404, 'not-found'))
    await expect(connect().episode('x')).rejects.toMatchObject({ code: 'not-found', status: 404 })
  })
})

describe('what is sent back', () => {
  test('exposures, feedback and retractions arrive as the contract says', async () => {
    const client = connect()
    client.exposure('d1')
    client.feedback('d1', 'useful', true)
    client.feedback('d2', 'comment', 'fine', { key: 'k' })
    client.retract('d2', 'comment')
    client.retract('d2', 'comment', { key: 'a/b' })
    client.exposure(null)
    expect(await client.flush()).toBe(0)
    const about = (id: string): unknown[] =>
      server.arrived
        .filter((one) => one.path.includes(id))
        .map(({ method, path, body }) => [method, path, body])
    expect(about('d1')).toEqual([
      ['POST', '/api/v1/decisions/d1/feedback', { name: 'exposure', value: true, key: 'seen' }],
      [
        'POST',
        '/api/v1/decisions/d1/feedback',
        { name: 'useful', value: true, key: expect.stringMatching(/^\w{20,}$/) },
      ],
    ])
    expect(about('d2')).toEqual([
      ['POST', '/api/v1/decisions/d2/feedback', { name: 'comment', value: 'fine', key: 'k' }],
      ['DELETE', '/api/v1/decisions/d2/feedback/comment', undefined],
      ['DELETE', '/api/v1/decisions/d2/feedback/comment/a%2Fb', undefined],
    ])
    expect(server.arrived.every((one) => one.keepalive)).toBe(true)
  })

  test('is sent again with the same key until the server has it', async () => {
    vi.useFakeTimers()
    server.script(
      away,
      problem(503, 'log-unavailable'),
      problem(500, 'internal'),
      problem(429, 'x'),
      problem(408, 'x'),
    )
    const client = connect()
    client.feedback('d1', 'useful', true)
    await vi.advanceTimersByTimeAsync(120_000)
    expect(server.arrived).toHaveLength(6)
    expect(new Set(server.arrived.map((one) => JSON.stringify(one.body))).size).toBe(1)
    expect(problems).toEqual([])
    expect(await client.flush()).toBe(0)
  })

  test('is dropped, with notice, when the server refuses it for good', async () => {
    server.script(problem(422, 'value-invalid'))
    const client = connect()
    client.feedback('d1', 'useful', true)
    client.feedback('d1', 'useful', false)
    expect(await client.flush()).toBe(0)
    expect(server.values()).toEqual([true, false])
    expect(problems.map((one) => one.code)).toEqual(['value-invalid'])
  })

  test('tells what became of it: true once the server has it, however late, false when it was dropped', async () => {
    vi.useFakeTimers()
    server.script(away, problem(422, 'value-invalid'))
    const client = connect()
    const deliveries = [client.feedback('d1', 'useful', true), client.retract('d1', 'useful')]
    let known = 0
    for (const one of deliveries) one.then(() => known++)
    await vi.advanceTimersByTimeAsync(1)
    expect(known).toBe(0)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await Promise.all(deliveries)).toEqual([false, true])
    expect(await client.exposure(null)).toBe(false)
  })

  test('waits twice as long at most after each failure, at random, and as long as the server asks', async () => {
    vi.useFakeTimers()
    const random = vi.spyOn(Math, 'random').mockReturnValue(0.999_999)
    server.answer = away
    const client = connect()
    const start = Date.now()
    const times: number[] = []
    server.answer = () => {
      times.push(Date.now() - start)
      return away()
    }
    client.exposure('d1')
    await vi.advanceTimersByTimeAsync(300_000)
    const waits = times.map((time, index) => Math.round((time - (times[index - 1] ?? 0)) / 100) / 10)
    expect(waits).toEqual([0, 0.5, 1, 2, 4, 8, 16, 32, 60, 60, 60])
    random.mockReturnValue(0)
    server.arrived.length = 0
    server.script(problem(503, 'log-unavailable', { 'retry-after': '7' }))
    const flushed = client.flush()
    await vi.advanceTimersByTimeAsync(6_900)
    expect(await flushed).toBe(1)
    expect(server.arrived).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(200)
    expect(server.arrived).toHaveLength(2)
    random.mockRestore()
  })

  test('arrives in order for each decision, whatever fails', async () => {
    vi.useFakeTimers()
    let calls = 0
    server.answer = async () => {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 50))
      if (calls++ % 3 === 0) return problem(503, 'log-unavailable')()
      return new Response(null, { status: 202 })
    }
    const client = connect()
    for (let value = 0; value < 60; value++) client.feedback(`d${value % 7}`, 'comment', String(value))
    await vi.advanceTimersByTimeAsync(3_600_000)
    expect(await client.flush()).toBe(0)
    for (let id = 0; id < 7; id++) {
      const values = server.arrived
        .filter((one) => one.path.includes(`d${id}/`))
        .map((one) => Number((one.body as { value: string }).value))
      expect([...values].sort((a, b) => a - b)).toEqual(values)
    }
    expect(new Set(server.values()).size).toBe(60)
  })

  test('one that never passes does not hold up the others', async () => {
    vi.useFakeTimers()
    server.answer = (call) =>
      call.path.includes('poison') ? problem(500, 'internal')() : new Response(null, { status: 202 })
    const client = connect()
    for (let count = 0; count < 20; count++) client.exposure(`poison${count}`)
    for (let count = 0; count < 20; count++) client.exposure(`fine${count}`)
    await vi.advanceTimersByTimeAsync(600_000)
    const fine = server.arrived.filter((one) => one.path.includes('fine'))
    expect(new Set(fine.map((one) => one.path)).size).toBe(20)
  })

  test('is bounded: the oldest is dropped with notice', async () => {
    let open: (answer: Response) => void = () => undefined
    server.answer = () =>
      new Promise((resolve) => {
        open = resolve
      })
    const client = connect({ waiting: 3 })
    for (let value = 0; value < 5; value++) client.feedback('d1', 'comment', String(value))
    expect(problems.map((one) => one.code)).toEqual(['queue-full', 'queue-full'])
    await vi.waitFor(() => expect(server.arrived).toHaveLength(1))
    server.answer = () => new Response(null, { status: 202 })
    open(new Response(null, { status: 202 }))
    expect(await client.flush()).toBe(0)
    expect(server.values()).toEqual(['0', '3', '4'])
  })

  test('at most eight are under way', async () => {
    let under = 0
    let most = 0
    server.answer = async () => {
      most = Math.max(most, ++under)
      await new Promise((resolve) => setTimeout(resolve, 5))
      under--
      return new Response(null, { status: 202 })
    }
    const client = connect()
    for (let count = 0; count < 50; count++) client.exposure(`d${count}`)
    expect(await client.flush()).toBe(0)
    expect(most).toBe(8)
  })
})

describe('storage', () => {
  test('keeps what waits for the next client of the same server, and nothing that arrived', async () => {
    const storage = memoryStorage()
    server.answer = away
    const first = connect({ storage })
    for (let value = 0; value < 12; value++) first.feedback('d1', 'comment', String(value))
    expect(await first.close()).toBe(12)
    expect(storage.texts.size).toBe(12)
    storage.texts.set('another', 'thing')
    storage.texts.set('holon:http://holon.test/:0-broken', '{')
    server.answer = () => new Response(null, { status: 202 })
    server.arrived.length = 0
    const elsewhere = connect({ storage, url: 'http://other.test' })
    expect(await elsewhere.flush()).toBe(0)
    expect(server.arrived).toEqual([])
    const second = connect({ storage })
    expect(await second.flush()).toBe(0)
    expect(server.values()).toEqual(Array.from({ length: 12 }, (_, value) => String(value)))
    expect([...storage.texts.keys()]).toEqual(['another'])
  })

  test('two pages that share it send a thing once, if one is done before the other begins', async () => {
    vi.useFakeTimers()
    const storage = memoryStorage()
    server.answer = away
    const first = connect({ storage })
    first.exposure('d1')
    await vi.advanceTimersByTimeAsync(0)
    const second = connect({ storage })
    await vi.advanceTimersByTimeAsync(0)
    server.answer = () => new Response(null, { status: 202 })
    server.arrived.length = 0
    expect(await second.flush()).toBe(0)
    expect(await first.flush()).toBe(0)
    expect(server.arrived).toHaveLength(1)
  })

  test('that is full or forbidden is done without', async () => {
    const refuse = (): never => {
      throw new DOMException('no', 'QuotaExceededError')
    }
    const storage = { length: 1, key: refuse, getItem: refuse, setItem: refuse, removeItem: refuse }
    const client = connect({ storage })
    client.exposure('d1')
    expect(await client.flush()).toBe(0)
    expect(server.arrived).toHaveLength(1)
  })
})

test('closing tries once and then leaves the server alone', async () => {
  vi.useFakeTimers()
  server.answer = away
  const client = connect()
  client.exposure('d1')
  expect(await client.close()).toBe(1)
  const tried = server.arrived.length
  await vi.advanceTimersByTimeAsync(600_000)
  expect(server.arrived).toHaveLength(tried)
})
