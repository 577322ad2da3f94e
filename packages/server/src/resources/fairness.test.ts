import type { FairnessDocument, Json } from 'holon'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { decideUrl, Serving } from '../serving.fixture.ts'

let serving: Serving

beforeEach(async () => {
  serving = await Serving.start()
})

afterEach(() => serving.close())

test('tells how groups fare, and nothing of those that are too small', async () => {
  for (let count = 0; count < 21; count++) await serving.decide()
  const url = `${decideUrl}/fairness`
  await expect
    .poll(async () => (await serving.get<FairnessDocument>(url)).reports[0]?.groupings[0]?.groups[0])
    .toMatchObject({ is: ['hall'], n: 21, tooSmall: false, numbers: { benefit: { n: 21 } } })
  const past = await serving.get<FairnessDocument>(`${url}?to=1000`)
  expect(past).toMatchObject({
    decision: 'light',
    reports: [{ name: 'light by room', groupings: [{ groups: [] }] }],
  })
  const stranger = await serving.app.inject(`${decideUrl.replace('light', 'dark')}/fairness`)
  expect([stranger.statusCode, stranger.json<Record<string, Json>>().code]).toEqual([404, 'name-unknown'])
})
