import { expect, test } from 'vitest'
import { formatLater, formatTime } from './time.ts'

test('names the day only when it is another one', () => {
  const noon = new Date(2026, 2, 3, 12, 0, 0).getTime()
  expect(formatTime(noon, noon + 60_000)).toBe('12:00:00')
  expect(formatTime(noon, noon + 86_400_000)).toBe('3 Mar 2026, 12:00:00')
})

test('says how much later in the largest unit', () => {
  expect([200, 1000, 61_000, 7_200_000, 2 * 31_556_952_000].map(formatLater)).toEqual([
    'at once',
    '1 second',
    '1 minute',
    '2 hours',
    '2 years',
  ])
})
