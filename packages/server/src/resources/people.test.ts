import type { RecordDocument } from 'holon'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { Serving } from '../serving.fixture.ts'

let serving: Serving

beforeEach(async () => {
  serving = await Serving.start()
})

afterEach(() => serving.close())

test('a person is erased', async () => {
  const { id } = await serving.decide()
  const erase = async (): Promise<unknown> =>
    (await serving.app.inject({ method: 'DELETE', url: '/api/v1/people/dweller-1' })).json()
  expect(await erase()).toEqual({ erased: true })
  expect(await erase()).toEqual({ erased: false })
  expect((await serving.get<RecordDocument>(`/api/v1/decisions/${id}`)).private).toBeNull()
})
