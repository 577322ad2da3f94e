import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Decided } from '../wire/entries.ts'
import { Recent } from './recent.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const at = (time: number): Decided => ({ id: `d${time}`, at: time }) as Decided
const ids = (recent: Recent) => recent.decisions?.map((decision) => decision.id)

test('keeps what the stream told before the first page came', () => {
  const recent = new Recent()
  recent.add(at(3))
  vi.advanceTimersByTime(1000)
  expect(recent.decisions).toBeUndefined()
  recent.begin([at(2), at(1)])
  expect(ids(recent)).toEqual(['d3', 'd2', 'd1'])
})

test('tells watchers once for a burst, newest first, each decision once', () => {
  const recent = new Recent()
  recent.begin([at(1)])
  const watcher = vi.fn()
  recent.watch(watcher)
  for (const time of [2, 3, 3, 4]) recent.add(at(time))
  vi.advanceTimersByTime(200)
  expect(watcher).toHaveBeenCalledTimes(1)
  expect(ids(recent)).toEqual(['d4', 'd3', 'd2', 'd1'])
})

test('forgets the oldest beyond four hundred', () => {
  const recent = new Recent()
  recent.begin(Array.from({ length: 500 }, (_, index) => at(500 - index)))
  expect(recent.decisions).toHaveLength(400)
  expect(recent.decisions?.[0]?.id).toBe('d500')
})
