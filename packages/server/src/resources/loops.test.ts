import type { LoopsDocument } from 'holon'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { Serving } from '../serving.fixture.ts'

let serving: Serving

beforeEach(async () => {
  serving = await Serving.start()
})

afterEach(() => serving.close())

const url = '/api/v1/systems/lamps/loops'

test('tells what is watched and what is known of labels', async () => {
  await serving.decide()
  const report = await serving.get<LoopsDocument>(`${url}?unit=room&delay=1%20day`)
  expect(report).toMatchObject({ falseAlarms: 0.05, loops: [] })
  expect(report.elsewhere).toMatchObject([
    { unit: 'room', delay: '1 day', influences: { kind: 'score' }, status: 'inconclusive' },
    { influences: { kind: 'label', name: 'useful' } },
  ])
  expect(report.labels).toMatchObject([
    { feedback: 'useful', decisions: 1, labelled: 0, naive: null, whole: { kind: 'bounds' } },
  ])
})

test.each([
  ['a length of time that is none', 'delay=often', 422],
  ['a field that is not public', 'unit=dusk', 422],
  ['a time that is none', 'to=soon', 400],
])('refuses %s', async (_what, query, status) => {
  expect(await serving.problem({ url: `${url}?${query}` })).toMatchObject({ status })
})
