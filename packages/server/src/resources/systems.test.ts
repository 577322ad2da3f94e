import type { SystemDocument } from 'holon'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { Serving } from '../serving.fixture.ts'

let serving: Serving

beforeEach(async () => {
  serving = await Serving.start()
})

afterEach(() => serving.close())

test('systems are told as declared', async () => {
  const [first] = await serving.get<SystemDocument[]>('/api/v1/systems')
  const one = await serving.get<SystemDocument>('/api/v1/systems/lamps')
  expect(first).toEqual(one)
  expect(one).toEqual(JSON.parse(JSON.stringify(serving.running.document())))
  expect(await serving.problem({ url: '/api/v1/systems/__proto__' })).toMatchObject({
    status: 404,
    code: 'name-unknown',
  })
})
