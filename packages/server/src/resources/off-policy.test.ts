import type { LoggedDocument, OffPolicyDocument } from 'holon'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { decideUrl, Serving } from '../serving.fixture.ts'

let serving: Serving

beforeEach(async () => {
  serving = await Serving.start()
})

afterEach(() => serving.close())

const ask = (payload: object) => ({ method: 'POST', url: `${decideUrl}/off-policy`, payload }) as const

test('evaluates a policy that did not run, and refuses what so few decisions cannot know', async () => {
  for (let count = 0; count < 3; count++) {
    const { id } = await serving.decide()
    await serving.running.feedback(id, 'useful', true)
  }
  const asked = await serving.app.inject(
    ask({ policies: [{ uniform: true, name: 'any' }], reward: 'useful' }),
  )
  expect(asked.json<OffPolicyDocument>()).toMatchObject({
    ...{ decision: 'light', reward: 'useful', rows: 3, logged: { value: 1 } },
    policies: [{ name: 'any', verdict: 'refused' }],
  })
  const { choices } = await serving.get<LoggedDocument>(`${decideUrl}/logged?reward=useful&limit=2`)
  expect(choices.map(({ reward }) => reward)).toEqual([1, 1])
})

test.each([
  ['no policy', { policies: [], reward: 'useful' }, 400],
  ['a policy of two kinds', { policies: [{ uniform: true, always: 'lamp' }], reward: 'useful' }, 400],
  ['an unknown reward', { policies: [{ uniform: true }], reward: 'money' }, 404],
  ['an unknown experience', { policies: [{ always: 'dark' }], reward: 'useful' }, 404],
])('refuses %s', async (_what, payload, status) => {
  expect((await serving.problem(ask(payload))).status).toBe(status)
})

test('asks for a reward', async () => {
  expect((await serving.problem({ url: `${decideUrl}/logged` })).status).toBe(400)
})
