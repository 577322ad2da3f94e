import { afterEach, beforeEach, expect, test } from 'vitest'

import { Serving } from '../serving.fixture.ts'

let serving: Serving

beforeEach(async () => {
  serving = await Serving.start()
})

afterEach(() => serving.close())

test('health tells the version and what is not well', async () => {
  expect((await serving.app.inject('/api/v1/health')).json()).toEqual({
    status: 'ok',
    version: '1.2.3',
    problems: [],
    demo: false,
    worlds: [],
  })
  await serving.running.setFault('eye', { kind: 'dead' })
  const unwell = (await serving.app.inject('/api/v1/health')).json()
  expect(unwell.status).toBe('degraded')
  expect(unwell.problems).toEqual([expect.stringContaining('eye')])
})
