import { expect, test } from 'vitest'
import { beginOf, filled, spans, totalOf } from './stretches.ts'

const [hour] = spans
const now = 1_000_000 * 60_000 + 12_345

test('fills the times in which nothing was decided', () => {
  const times = [{ from: 999_999 * 60_000, n: 2, of: 5 }]
  const all = filled(hour, now, times)
  expect(all).toHaveLength(60)
  expect(all[0]).toEqual({ from: beginOf(hour, now), n: 0, of: 0 })
  expect(all.at(-2)).toEqual(times[0])
  expect(all.at(-1)?.from).toBe(1_000_000 * 60_000)
  expect(totalOf(all)).toEqual({ n: 2, of: 5 })
})
