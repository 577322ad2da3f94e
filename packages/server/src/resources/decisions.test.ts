import type { Answer, LatestDocument, RecordDocument } from 'holon'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { dark, decideUrl, Serving } from '../serving.fixture.ts'

let serving: Serving

beforeEach(async () => {
  serving = await Serving.start()
})

afterEach(() => serving.close())

test('answers in the shape of the contract, nothing lost on the way', async () => {
  const answer = await serving.decide()
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
  const { record } = await serving.get<RecordDocument>(`/api/v1/decisions/${answer.id}`)
  expect(record).toMatchObject({ id: answer.id, experience: 'lamp', snapshot: answer.snapshot })
})

test('an answer that has everything arrives with everything', async () => {
  const met = {
    style: 'automate',
    forcefulness: 0.3,
    parameters: { percent: 90 },
    text: '90 percent',
  } as const
  const rest = {
    id: '1',
    prediction: 0.9,
    explanation: { sentences: ['It is dark.'], base: 0.5, value: 0.9, facts: [] },
    reason: 'fallback',
    code: 'policy-failed',
    degraded: true,
    guardrails: [{ guardrail: 'g', did: 'replace', from: 'nothing', to: 'lamp', because: 'so' }],
    propensity: 0.5,
    audits: ['useful'],
    model: [{ name: 'eye', version: '1' }],
    arms: { bright: 'on' },
    snapshot: '2',
    episode: 'evening',
  } as const
  const whole: Required<Answer> = { experience: 'lamp', ...met, ...rest }
  vi.spyOn(serving.running, 'decide').mockResolvedValue(whole as never)
  expect(await serving.decide()).toEqual({ experience: { name: 'lamp', ...met }, ...rest })
})

test('a key in body or header answers the same decision again', async () => {
  const first = await serving.decide({ ...dark, key: 'k-1' })
  const header = await serving.app.inject({
    method: 'POST',
    url: decideUrl,
    payload: dark,
    headers: { 'idempotency-key': 'k-1' },
  })
  expect(header.json()).toEqual(first)
  const other = { context: { dusk: 0.1, room: 'attic' }, key: 'k-1' }
  expect(await serving.problem({ method: 'POST', url: decideUrl, payload: other })).toMatchObject({
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
  expect(await serving.problem({ method: 'POST', url: decideUrl, payload })).toMatchObject({ status, code })
})

test('an unknown decision is named as such', async () => {
  const url = '/api/v1/systems/lamps/decisions/toString'
  expect(await serving.problem({ method: 'POST', url, payload: dark })).toMatchObject({
    status: 404,
    code: 'name-unknown',
  })
})

test('the latest come a page at a time', async () => {
  const ids: string[] = []
  for (let count = 0; count < 5; count++) ids.unshift((await serving.decide()).id)
  const seen: string[] = []
  let before = ''
  for (let page = 0; page < 4; page++) {
    const url = `/api/v1/systems/lamps/decisions?limit=2${before}`
    const { decisions, next } = await serving.get<LatestDocument>(url)
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
    expect(await serving.problem({ url })).toMatchObject({ status: 400, code: 'request-invalid' })
  },
)

test('a decision is replayed', async () => {
  const { id } = await serving.decide()
  const replay = await serving.app.inject({ method: 'POST', url: `/api/v1/decisions/${id}/replay` })
  expect(replay.json()).toMatchObject({ id, equal: true })
})

test('ids that were not issued here are refused', async () => {
  expect(await serving.problem({ url: '/api/v1/decisions/nonsense' })).toMatchObject({
    status: 400,
    code: 'decision-id-invalid',
  })
})
