import type { ExperienceReport, TuningDocument, WhatIfDocument } from 'holon'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { decideUrl, Serving } from '../serving.fixture.ts'

let serving: Serving

beforeEach(async () => {
  serving = await Serving.start()
})

afterEach(() => serving.close())

const who = { by: 'the product owner', reason: 'to see' }

test('asks what other utilities would have done, and puts them to work', async () => {
  for (let count = 0; count < 3; count++) await serving.decide()
  const [first] = (await serving.running.document().decisions[0]?.experiences) ?? []
  const experiences = { [first?.name ?? '']: { right: 50, wrong: 50 } }
  const asked = await serving.app.inject({
    method: 'POST',
    url: `${decideUrl}/what-if`,
    payload: { experiences },
  })
  expect(asked.json<WhatIfDocument>()).toMatchObject({ n: 3, cases: [{}, {}, {}] })
  const payload = { experiences, ...who }
  const made = await serving.app.inject({ method: 'POST', url: `${decideUrl}/tunings`, payload })
  expect(made.statusCode).toBe(201)
  expect(made.json<TuningDocument>()).toMatchObject({
    ...{ version: 1, decision: 'light', experiences, ...who },
    changes: [
      { experience: first?.name, value: 'right', from: first?.right, to: 50 },
      { experience: first?.name, value: 'wrong', from: first?.wrong, to: 50 },
    ],
  })
  expect(await serving.get<TuningDocument[]>('/api/v1/systems/lamps/tunings')).toMatchObject([{ version: 1 }])
})

test('reports interruptions and interventions', async () => {
  await serving.decide()
  const report = await serving.get<ExperienceReport>(`${decideUrl}/experience?every=1%20day`)
  expect(report).toMatchObject({ every: '1 day', interruptions: { perPerson: { people: 1 } } })
})

test.each([
  ['a typo', { experiences: { light: { rihgt: 1 } }, ...who }, 400],
  ['an unknown experience', { experiences: { dark: { right: 1 } }, ...who }, 404],
  ['nobody', { experiences: {}, by: '', reason: 'x' }, 400],
])('refuses %s', async (_what, payload, status) => {
  const problem = await serving.problem({ method: 'POST', url: `${decideUrl}/tunings`, payload })
  expect(problem.status).toBe(status)
})

test('refuses a length of time that is none', async () => {
  expect(await serving.problem({ url: `${decideUrl}/experience?every=often` })).toMatchObject({ status: 422 })
})
