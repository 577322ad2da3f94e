import fc from 'fast-check'
import type { FastifyInstance, InjectOptions } from 'fastify'
import type { DecideAnswer, Problem } from 'holon'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { createServer } from './create-server.ts'
import { openLamps } from './lamp.fixture.ts'

let running: Awaited<ReturnType<typeof openLamps>>
let app: FastifyInstance
let known: string
const logged: string[] = []

beforeAll(async () => {
  running = await openLamps()
  app = createServer({
    systems: [running],
    version: '1',
    demo: true,
    logger: { error: (details) => logged.push(String((details as { err?: Error }).err?.stack)) },
  })
  known = (await running.decide('light', { dusk: 0.9, room: 'hall' }, { subject: 's' })).id
})

afterAll(async () => {
  await app.close()
  await running.close()
})

/** Text of every sort, weighted towards what has broken programs before. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ maxLength: 40 }),
  fc.constantFrom(
    '',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '\u0000',
    '\ud800',
    '../../etc/passwd',
    '%',
    '%00',
    'NaN',
    '💡'.repeat(50),
    'x'.repeat(300),
  ),
)

const likely = (...words: string[]): fc.Arbitrary<string> =>
  fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...words) }, text)

const json = fc.jsonValue({ maxDepth: 4, stringUnit: 'binary' })
const extra = fc.option(text, { nil: undefined, freq: 2 })
const context = fc.oneof(
  { weight: 4, arbitrary: fc.record({ dusk: fc.double(), room: likely('hall', 'attic'), note: extra }) },
  json,
)
const bodies = {
  decide: fc.record({ context, subject: extra, episode: extra, key: extra }),
  feedback: fc.record({
    name: likely('useful', 'comment', 'exposure'),
    value: fc.oneof(fc.boolean(), text, json),
    key: extra,
  }),
  change: fc.record({ value: fc.oneof(fc.boolean(), text, json) }),
  fault: fc.record({ kind: likely('none', 'slow', 'nonsense'), milliseconds: fc.oneof(fc.nat(5), json) }),
  reset: fc.record({ decision: likely('light'), guardrail: text, by: text, reason: text, person: extra }),
  claim: fc.record({ by: text }),
  answer: fc.record({ value: json, by: text, note: extra }),
  none: fc.constant(undefined),
}

const calls = [
  ['GET', '/health', bodies.none],
  ['GET', '/systems', bodies.none],
  ['GET', '/systems/SYSTEM', bodies.none],
  ['GET', '/systems/SYSTEM/decisions', bodies.none],
  ['POST', '/systems/SYSTEM/decisions/DECISION', bodies.decide],
  ['GET', '/systems/SYSTEM/goals', bodies.none],
  ['GET', '/systems/SYSTEM/models/MODEL/fault', bodies.none],
  ['PUT', '/systems/SYSTEM/models/MODEL/fault', bodies.fault],
  ['GET', '/systems/SYSTEM/episodes/ANY', bodies.none],
  ['GET', '/systems/SYSTEM/latches', bodies.none],
  ['POST', '/systems/SYSTEM/latches/reset', bodies.reset],
  ['GET', '/systems/SYSTEM/queue', bodies.none],
  ['POST', '/systems/SYSTEM/queue/ANY/claim', bodies.claim],
  ['POST', '/systems/SYSTEM/queue/ANY/answer', bodies.answer],
  ['GET', '/decisions/ID', bodies.none],
  ['POST', '/decisions/ID/replay', bodies.none],
  ['POST', '/decisions/ID/feedback', bodies.feedback],
  ['PUT', '/decisions/ID/feedback/NAME/KEY', bodies.change],
  ['DELETE', '/decisions/ID/feedback/NAME/KEY', bodies.none],
  ['DELETE', '/decisions/ID/feedback/NAME', bodies.none],
  ['DELETE', '/people/ANY', bodies.none],
  ['GET', '/ANY/ANY', bodies.none],
] as const

const parts = fc.record({
  SYSTEM: likely('lamps'),
  DECISION: likely('light'),
  MODEL: likely('eye'),
  ID: likely('KNOWN'),
  NAME: likely('useful', 'comment', 'exposure'),
  KEY: text,
  ANY: text,
})

const query = fc.option(
  fc.dictionary(
    fc.constantFrom('limit', 'before', 'from', 'to', 'slice', 'state', 'x'),
    likely('1', '0', '-1', '1e99', 'room'),
    { maxKeys: 3 },
  ),
  { nil: {}, freq: 2 },
)

/** An address whose parts are what they should be, or anything. */
function addressOf(path: string): fc.Arbitrary<string> {
  return fc.tuple(parts, query).map(([values, search]) => {
    const filled = path.replace(/[A-Z]+/g, (name) =>
      encode((values as Record<string, string>)[name] ?? name).replaceAll('KNOWN', known),
    )
    const asked = Object.entries(search).map(([name, value]) => `${name}=${encode(value)}`)
    return `/api/v1${filled}${asked.length > 0 ? `?${asked.join('&')}` : ''}`
  })
}

/** Percent-encodes as UTF-8, which knows no lone surrogates. */
function encode(value: string): string {
  return encodeURIComponent(value.toWellFormed())
}

const isHeader = (value: string): boolean => /^[\t\x20-\x7e\x80-\xff]*$/.test(value)
const header = text.filter(isHeader)
const someHeaders = fc.record(
  {
    'content-type': likely('application/json', 'application/json; charset=utf-8', 'text/plain').filter(
      isHeader,
    ),
    'idempotency-key': header,
    accept: header,
    authorization: header,
  },
  { requiredKeys: [] },
)

/** A request almost as it should be. */
const plausible = fc.constantFrom(...calls).chain(([method, path, body]) =>
  fc
    .record({
      url: addressOf(path),
      body: body as fc.Arbitrary<unknown>,
      key: extra.filter((key) => key === undefined || isHeader(key)),
    })
    .map(({ url, body, key }) => ({
      method,
      url,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(key !== undefined && { 'idempotency-key': key }),
      },
      payload: JSON.stringify(body),
    })),
)

/** A request nobody means. */
const wild = fc.constantFrom(...calls).chain(([, path]) =>
  fc.record({
    method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'),
    url: addressOf(path),
    headers: someHeaders,
    payload: fc.oneof(
      json.map((value) => JSON.stringify(value)),
      text,
      fc
        .tuple(fc.constantFrom('[', '{"context":'), fc.integer({ min: 1, max: 5000 }))
        .map(([open, times]) => open.repeat(times)),
    ),
  }),
)

test('whatever is sent, the answer is never a failure of the server, and every error is a problem', async () => {
  const request = fc.oneof({ weight: 3, arbitrary: plausible }, wild) as fc.Arbitrary<InjectOptions>
  await fc.assert(
    fc.asyncProperty(request, async (sent) => {
      const response = await app.inject(sent)
      expect(response.statusCode, `${response.body}\n${logged.at(-1)}`).toBeLessThan(500)
      if (response.statusCode < 400) return
      expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8')
      if (sent.method === 'HEAD') return
      const { type, title, status, detail, code, fix } = response.json<Problem>()
      expect(status).toBe(response.statusCode)
      expect(type).toBe(`urn:holon:problem:${code}`)
      for (const words of [title, detail, fix]) expect(words).toMatch(/\w/)
    }),
    { numRuns: Number(process.env.HOLON_FUZZ ?? 2_000) },
  )
}, 600_000)

test('ids are accepted only as they were issued', async () => {
  const change = fc.record({ at: fc.nat(), to: fc.string({ minLength: 1, maxLength: 1 }) })
  await fc.assert(
    fc.asyncProperty(change, async ({ at, to }) => {
      const place = at % known.length
      const forged = known.slice(0, place) + to + known.slice(place + 1)
      if (forged === known) return
      const response = await app.inject({
        method: 'POST',
        url: `/api/v1/decisions/${encodeURIComponent(forged)}/feedback`,
        payload: { name: 'useful', value: true },
      })
      expect([forged, response.statusCode]).toEqual([forged, 400])
    }),
  )
})

test('whatever context is accepted is answered and read back', async () => {
  const fitting = fc.record(
    { dusk: fc.double({ min: 0, max: 1, noNaN: true }), room: fc.constantFrom('hall', 'attic'), note: text },
    { requiredKeys: ['dusk', 'room'] },
  )
  const subject = text.filter((one) => one.length > 0 && one.length <= 256)
  await fc.assert(
    fc.asyncProperty(fitting, subject, async (context, subject) => {
      const payload = { context, subject }
      const response = await app.inject({
        method: 'POST',
        url: '/api/v1/systems/lamps/decisions/light',
        payload,
      })
      expect(response.statusCode, response.body).toBe(201)
      const { id } = response.json<DecideAnswer>()
      const record = (await app.inject(`/api/v1/decisions/${id}`)).json()
      expect(record.private.subject).toBe(subject)
      expect({ ...record.record.context, ...record.private.context }).toEqual(
        JSON.parse(JSON.stringify(context)),
      )
    }),
    { numRuns: 300 },
  )
})
