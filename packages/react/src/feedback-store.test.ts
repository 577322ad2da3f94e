import { beforeEach, expect, test } from 'vitest'

import type { LooseClient } from './client-context.ts'
import { FeedbackStore, storeOf } from './feedback-store.ts'

let calls: unknown[][]
let settle: ((arrived: boolean) => void)[]
let store: FeedbackStore
let client: LooseClient

beforeEach(() => {
  calls = []
  settle = []
  const take = (...call: unknown[]) => {
    calls.push(call)
    return new Promise<boolean>((resolve) => settle.push(resolve))
  }
  client = {
    decide: () => Promise.resolve(),
    exposure: () => Promise.resolve(true),
    feedback: (...words) => take('feedback', ...words),
    retract: (...words) => take('retract', ...words),
  }
  store = new FeedbackStore(client)
})

/** What is shown for `stars` of decision `d`. */
function shown(): unknown {
  const { value, status } = store.read('d').stars ?? {}
  return [value, status]
}

async function settles(call: number, arrived: boolean): Promise<void> {
  settle[call]?.(arrived)
  await Promise.resolve()
}

test('shows what was said at once, and that it was sent once it arrived', async () => {
  store.send('d', 'stars', 4)
  expect(shown()).toEqual([4, 'pending'])
  expect(calls).toEqual([['feedback', 'd', 'stars', 4]])
  await settles(0, true)
  expect(shown()).toEqual([4, 'sent'])
  expect(store.read('other')).toEqual({})
})

test('takes back', async () => {
  store.send('d', 'stars', 4)
  store.undo('d', 'stars')
  expect(shown()).toEqual([undefined, 'pending'])
  expect(calls[1]).toEqual(['retract', 'd', 'stars'])
  await settles(0, true)
  expect(shown()).toEqual([undefined, 'pending'])
  await settles(1, true)
  expect(shown()).toEqual([undefined, 'none'])
})

test('falls back to what the server has when something was refused', async () => {
  store.send('d', 'stars', 4)
  store.send('d', 'stars', 5)
  store.send('d', 'stars', 9)
  await settles(0, true)
  await settles(1, false)
  expect(shown()).toEqual([9, 'pending'])
  await settles(2, false)
  expect(shown()).toEqual([4, 'failed'])
  store.undo('d', 'stars')
  await settles(3, false)
  expect(shown()).toEqual([4, 'failed'])
})

test('tells listeners of every change with a new object, and tells no others', async () => {
  const seen: unknown[] = []
  const leave = store.subscribe(() => seen.push(store.read('d')))
  store.send('d', 'useful', true)
  await settles(0, true)
  expect(new Set(seen).size).toBe(2)
  leave()
  store.send('d', 'useful', false)
  expect(seen).toHaveLength(2)
})

test('is one for each client', () => {
  expect(storeOf(client)).toBe(storeOf(client))
  expect(storeOf(client)).not.toBe(storeOf({ ...client }))
})
