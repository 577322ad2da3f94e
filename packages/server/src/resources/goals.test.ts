import type { GoalDocument } from 'holon'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { Serving } from '../serving.fixture.ts'

let serving: Serving

beforeEach(async () => {
  serving = await Serving.start()
})

afterEach(() => serving.close())

test('reaches the goals', async () => {
  for (let count = 0; count < 3; count++) {
    const { id } = await serving.decide()
    const payload = { name: 'useful', value: count > 0 }
    await serving.app.inject({ method: 'POST', url: `/api/v1/decisions/${id}/feedback`, payload })
  }
  await expect
    .poll(async () => (await serving.get<GoalDocument[]>('/api/v1/systems/lamps/goals'))[0])
    .toMatchObject({ name: 'useful light', n: 3, value: 2 / 3 })
  const sliced = await serving.app.inject('/api/v1/systems/lamps/goals?slice=room')
  expect(sliced.json<GoalDocument[]>()[0]?.slices).toMatchObject([{ slice: 'hall', n: 3 }])
  const past = await serving.app.inject('/api/v1/systems/lamps/goals?to=1000')
  expect(past.json<GoalDocument[]>()[0]).toMatchObject({ n: 0, status: 'inconclusive' })
})
