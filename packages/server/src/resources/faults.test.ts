import { afterEach, beforeEach, expect, test } from 'vitest'

import { Serving } from '../serving.fixture.ts'

let serving: Serving

beforeEach(async () => {
  serving = await Serving.start()
})

afterEach(() => serving.close())

const url = '/api/v1/systems/lamps/models/eye/fault'

test('a model is broken only in a demonstration', async () => {
  expect((await serving.app.inject(url)).json()).toEqual({ kind: 'none' })
  const payload = { kind: 'dead' }
  expect(await serving.problem({ method: 'PUT', url, payload })).toMatchObject({
    status: 403,
    code: 'not-allowed',
  })
  const demo = serving.serverOf({ demo: true })
  expect((await demo.inject({ method: 'PUT', url, payload })).json()).toEqual(payload)
  expect(await serving.decide()).toMatchObject({
    degraded: true,
    reason: 'fallback',
    experience: { name: 'nothing' },
  })
  expect(await serving.problem({ method: 'PUT', url, payload: { kind: 'slow' } }, demo)).toMatchObject({
    status: 400,
  })
})

test.each(['nose', '__proto__', 'constructor'])('the unknown model %s is named as such', async (model) => {
  const unknown = url.replace('eye', model)
  expect(await serving.problem({ url: unknown })).toMatchObject({ status: 404, code: 'name-unknown' })
  const demo = serving.serverOf({ demo: true })
  const request = { method: 'PUT', url: unknown, payload: { kind: 'dead' } } as const
  expect(await serving.problem(request, demo)).toMatchObject({ status: 404, code: 'name-unknown' })
  await expect(serving.running.setFault(model, { kind: 'dead' })).rejects.toMatchObject({
    code: 'name-unknown',
  })
  expect('fault' in {}).toBe(false)
})
