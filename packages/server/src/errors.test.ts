import { HolonError } from 'holon'
import { memoryLog } from 'holon/memory'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { openLamps } from './lamp.fixture.ts'
import { dark, decideUrl, Serving } from './serving.fixture.ts'

const json = { 'content-type': 'application/json' }
const plain = { 'content-type': 'text/plain' }
const deep = `{"context":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
const large = JSON.stringify({ context: 'x'.repeat(1024 * 1024) })

let serving: Serving

beforeEach(async () => {
  serving = await Serving.start()
})

afterEach(() => serving.close())

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
  ['another type', { method: 'POST', url: decideUrl, payload: '{}', headers: plain }, 415, 'request-invalid'],
  [
    'a body that is too large',
    { method: 'POST', url: decideUrl, payload: large, headers: json },
    413,
    'too-large',
  ],
] as const)('%s', async (_what, request, status, code) => {
  const answer = await serving.problem(request as Parameters<Serving['problem']>[0])
  expect(answer).toMatchObject({ status, code })
  expect(answer.fix).toMatch(/\w/)
})

test('a method the address does not have: 405 and those it has', async () => {
  const answer = await serving.problem({ method: 'DELETE', url: decideUrl })
  expect(answer).toMatchObject({ status: 405, code: 'request-invalid' })
  expect(answer.headers.allow).toBe('POST')
  expect((await serving.problem({ method: 'POST', url: '/api/v1/health' })).headers.allow).toBe('GET, HEAD')
})

test('what fails inside is serving.logged, without the address, and not shown', async () => {
  const secret = new TypeError('password hunter2')
  const broken = serving.serverOf({ systems: [{ ...serving.running, erase: () => Promise.reject(secret) }] })
  const answer = await serving.problem({ method: 'DELETE', url: '/api/v1/people/jane.doe' }, broken)
  expect(answer).toMatchObject({ status: 500, code: 'internal' })
  expect(JSON.stringify(answer)).not.toContain('hunter2')
  expect(serving.logged).toHaveLength(1)
  expect(serving.logged[0]).toContain('/api/v1/people/:subject')
  expect(serving.logged[0]).not.toContain('jane')
})

test('a log without room: 507, nothing recorded, and the next one succeeds once there is room', async () => {
  const log = memoryLog()
  let isFull = true
  const full = new HolonError('log-full', 'There is no room for log.db.', 'Make room on that disk.')
  const running = await openLamps({
    log: { ...log, append: (entries) => (isFull ? Promise.reject(full) : log.append(entries)) },
  })
  const server = serving.serverOf({ systems: [running] })
  const request = { method: 'POST', url: decideUrl, payload: dark } as const
  const answer = await serving.problem(request, server)
  expect(answer).toMatchObject({ status: 507, code: 'log-full', detail: full.message, fix: full.fix })
  expect(await log.size()).toMatchObject({ entries: 0 })
  isFull = false
  expect((await server.inject(request)).statusCode).toBe(201)
  await running.close()
})

test('what hangs inside is given up, and the caller told to come back', async () => {
  const hanging = { ...serving.running, record: () => new Promise<never>(() => undefined) }
  const slow = serving.serverOf({ systems: [hanging], limits: { answer: 20 } })
  const answer = await serving.problem({ url: '/api/v1/decisions/x' }, slow)
  expect(answer).toMatchObject({ status: 503, code: 'too-slow' })
  expect(answer.headers['retry-after']).toBe('1')
})
