import { afterEach, beforeEach, expect, test } from 'vitest'
import { openLamps } from './lamp.fixture.ts'
import { Serving } from './serving.fixture.ts'

let serving: Serving

beforeEach(async () => {
  serving = await Serving.start()
})

afterEach(() => serving.close())

test('a decision is found at the system that made it', async () => {
  const others = await openLamps()
  const both = serving.serverOf({ systems: [{ ...others, name: 'others' }, serving.running] })
  const { id } = await serving.decide()
  const response = await both.inject(`/api/v1/decisions/${id}`)
  expect(response.json()).toMatchObject({ record: { id } })
  expect(await serving.problem({ url: '/api/v1/decisions/forged' }, both)).toMatchObject({
    code: 'decision-id-invalid',
  })
  await others.close()
})

test('two of one name are refused', () => {
  expect(() => serving.serverOf({ systems: [serving.running, serving.running] })).toThrow(
    expect.objectContaining({ code: 'config-invalid' }),
  )
})
