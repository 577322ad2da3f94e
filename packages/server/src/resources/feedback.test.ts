import type { RecordDocument } from 'holon'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { Serving } from '../serving.fixture.ts'

let serving: Serving

beforeEach(async () => {
  serving = await Serving.start()
})

afterEach(() => serving.close())

async function values(id: string): Promise<unknown[]> {
  const { back } = await serving.get<RecordDocument>(`/api/v1/decisions/${id}`)
  return back.map(({ kind, name, key, value }) => [kind, name, key, value])
}

test('comes back once for a key, is changed and retracted', async () => {
  const { id } = await serving.decide()
  const url = `/api/v1/decisions/${id}/feedback`
  const send = async (payload: object): Promise<number> =>
    (await serving.app.inject({ method: 'POST', url, payload })).statusCode
  expect(await send({ name: 'exposure', value: true, key: 'e' })).toBe(202)
  expect(await send({ name: 'useful', value: true, key: 'a' })).toBe(202)
  expect(await send({ name: 'useful', value: true, key: 'a' })).toBe(202)
  expect(await values(id)).toEqual([
    ['exposure', 'exposure', 'e', true],
    ['feedback', 'useful', 'a', true],
  ])
  const change = await serving.app.inject({
    method: 'PUT',
    url: `${url}/useful/a`,
    payload: { value: false },
  })
  expect(change.statusCode).toBe(202)
  expect((await serving.app.inject({ method: 'DELETE', url: `${url}/useful/a` })).statusCode).toBe(202)
  expect((await serving.app.inject({ method: 'DELETE', url: `${url}/exposure` })).statusCode).toBe(202)
  const all = await values(id)
  expect(all).toContainEqual(['feedback', 'useful', 'a', false])
  expect(all.slice(-2).map((one) => (one as unknown[])[0])).toEqual(['retraction', 'retraction'])
})

test.each([
  ['a value of the wrong type', { name: 'useful', value: 'yes' }, 422, 'value-invalid'],
  ['a name that is not declared', { name: 'stars', value: 5 }, 404, 'name-unknown'],
  ['no value', { name: 'useful' }, 400, 'request-invalid'],
])('refuses %s', async (_what, payload, status, code) => {
  const { id } = await serving.decide()
  const url = `/api/v1/decisions/${id}/feedback`
  expect(await serving.problem({ method: 'POST', url, payload })).toMatchObject({ status, code })
})
