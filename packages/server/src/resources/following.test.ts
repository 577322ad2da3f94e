import type { FastifyInstance, InjectOptions } from 'fastify'
import type { CaseDocument, DecideAnswer, EpisodeDocument, JsonObject, LatchDocument, Problem } from 'holon'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { createServer } from '../create-server.ts'
import { openWatch } from '../fall.fixture.ts'
import { conforms } from '../openapi/conforms.fixture.ts'

let running: Awaited<ReturnType<typeof openWatch>>
let app: FastifyInstance
let document: JsonObject

const base = '/api/v1/systems/watch'

beforeEach(async () => {
  running = await openWatch()
  app = createServer({ systems: [running], version: '1' })
  document = (await app.inject('/api/v1/openapi.json')).json()
})

afterEach(async () => {
  await app.close()
  await running.close()
})

/** What an address answers, which must be what the document promises of it. */
async function ask<T>(schema: string, url: string, options: InjectOptions = {}): Promise<T> {
  const response = await app.inject({ url, ...options })
  expect(response.statusCode, response.body).toBeLessThan(300)
  const body = response.json()
  const promised = { $ref: `#/components/schemas/${schema}` }
  const all = schema === 'Case' && 'cases' in body ? body.cases : Array.isArray(body) ? body : [body]
  for (const one of all) expect(conforms(document, promised, one)).toEqual([])
  return body
}

const post = (payload: object): InjectOptions => ({ method: 'POST', payload })

async function refused(url: string, options: InjectOptions = {}): Promise<Pick<Problem, 'status' | 'code'>> {
  const response = await app.inject({ url, ...options })
  expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  const { status, code } = response.json<Problem>()
  return { status, code }
}

const decide = (context: object): Promise<DecideAnswer> =>
  ask('DecideAnswer', `${base}/decisions/fall`, post({ context, subject: 'p' }))

async function called(): Promise<DecideAnswer> {
  const answer = await decide({ place: 'stairs' })
  const feedback = post({ name: 'needsHelp', value: true })
  await app.inject({ url: `/api/v1/decisions/${answer.id}/feedback`, ...feedback })
  return answer
}

test('an episode tells its steps, the next one, and its end', async () => {
  const { id, episode } = await decide({ place: 'stairs' })
  expect(episode).toBe(id)
  const url = `${base}/episodes/${id}`
  const before = await ask<EpisodeDocument>('Episode', url)
  expect(before).toMatchObject({ episode: id, next: { experience: 'call', step: 1 } })
  expect(before.steps[0]?.private).toMatchObject({ context: { place: 'stairs' } })
  await app.inject({ url: `/api/v1/decisions/${id}/feedback`, ...post({ name: 'helped', value: true }) })
  expect(await ask<EpisodeDocument>('Episode', url)).toMatchObject({ ended: { by: 'helped' } })
  expect(await refused(`${base}/episodes/x`)).toEqual({ status: 404, code: 'not-found' })
})

test('a case is read, claimed and answered once', async () => {
  await called()
  const { cases } = await ask<{ cases: CaseDocument[] }>('Case', `${base}/queue?to=carer&state=open&limit=5`)
  const url = `${base}/queue/${cases[0]?.id}`
  expect(cases).toMatchObject([{ asks: 'Were you there?', context: { place: 'stairs' }, state: 'open' }])
  expect(await ask('Case', `${url}/claim`, post({ by: 'the nurse' }))).toMatchObject({
    claimed: { by: 'the nurse' },
  })
  const claim = await refused(`${url}/claim`, post({ by: 'the neighbour' }))
  expect(claim).toEqual({ status: 409, code: 'case-claimed' })
  const answer = post({ value: true, by: 'the nurse', note: 'all is well' })
  expect(await ask('Case', `${url}/answer`, answer)).toMatchObject({
    answered: { by: 'the nurse', value: true, note: 'all is well' },
  })
  expect(await refused(`${url}/answer`, answer)).toEqual({ status: 409, code: 'case-answered' })
  expect((await ask<{ cases: [] }>('Case', `${base}/queue`)).cases).toEqual([])
  const done = await ask<{ cases: CaseDocument[] }>('Case', `${base}/queue?state=answered`)
  expect(done.cases).toHaveLength(1)
})

test.each([
  ['a person the system does not know', `${base}/queue?to=x`, {}, 404, 'name-unknown'],
  ['a state there is not', `${base}/queue?state=x`, {}, 400, 'request-invalid'],
  ['a case there is not', `${base}/queue/x/claim`, post({ by: 'x' }), 404, 'not-found'],
  ['an answer from nobody', `${base}/queue/x/answer`, post({ value: true }), 400, 'request-invalid'],
  ['an empty name', `${base}/queue/x/claim`, post({ by: '' }), 400, 'request-invalid'],
])('refuses %s', async (_what, url, options, status, code) => {
  expect(await refused(url, options)).toEqual({ status, code })
})

test('a latched guardrail is shown, and reset by somebody for a reason', async () => {
  expect(await ask('Latch', `${base}/latches`)).toEqual([])
  await decide({ place: 'stairs', broken: true })
  const [latch] = await ask<LatchDocument[]>('Latch', `${base}/latches`)
  expect(latch).toMatchObject({ guardrail: 'broken sensor', because: 'the sensor is broken' })
  const which = { decision: 'fall', guardrail: 'broken sensor', person: latch?.person }
  const url = `${base}/latches/reset`
  expect(await refused(url, post(which))).toEqual({ status: 400, code: 'request-invalid' })
  const reset = post({ ...which, by: 'the technician', reason: 'a new sensor' })
  expect((await app.inject({ url, ...reset })).statusCode).toBe(204)
  expect(await ask('Latch', `${base}/latches`)).toEqual([])
  expect(await refused(url, reset)).toEqual({ status: 404, code: 'not-found' })
})
