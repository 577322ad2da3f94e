import type { PowerDocument } from 'holon'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { Serving } from '../serving.fixture.ts'

let serving: Serving

beforeEach(async () => {
  serving = await Serving.start()
})

afterEach(() => serving.close())

const url = '/api/v1/systems/lamps/goals/useful%20light/power'

test('plans a flight for a goal, with what is measured or given', async () => {
  for (let count = 0; count < 4; count++) {
    const { id } = await serving.decide({ context: { dusk: 0.9, room: 'hall' }, subject: `p${count}` })
    await serving.running.feedback(id, 'useful', count > 0)
  }
  await expect
    .poll(() => serving.get<PowerDocument>(url))
    .toMatchObject({ measured: { baseline: 0.75, units: 4 }, assumed: { baseline: 0.75, effect: 0.075 } })
  const given = 'baseline=0.34&unit=decision&effect=0.003&power=0.85&unitsPerDay=1000&share=0.5'
  const { plans, assumed } = await serving.get<PowerDocument>(`${url}?${given}`)
  expect(assumed).toMatchObject({ baseline: 0.34, effect: 0.003, power: 0.85, share: 0.5 })
  expect(plans[0]?.days).toBe((plans[0]?.units ?? 0) / 500)
})

test.each([
  ['an unknown goal', '/api/v1/systems/lamps/goals/x/power', 404],
  ['what is no number', `${url}?effect=much`, 400],
  ['an unknown unit', `${url}?unit=lamp`, 400],
  ['what is outside of its range', `${url}?share=3`, 422],
  ['another form', `${url}?as=yaml`, 400],
  ['SQL where there is none', `${url}?as=sql`, 403],
])('refuses %s', async (_what, address, status) => {
  expect((await serving.problem({ url: address })).status).toBe(status)
})
