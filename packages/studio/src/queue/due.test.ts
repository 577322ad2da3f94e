import { expect, test } from 'vitest'
import { formatDue } from './due.ts'

test.each([
  [2 * 3_600_000 - 1, 'in 1 h 59 min'],
  [3_600_000, 'in 1 h'],
  [61_000, 'in 1 min'],
  [999, 'in less than a minute'],
  [0, 'overdue for less than a minute'],
  [-7_300_000, 'overdue for 2 h 1 min'],
  [-86_400_000 * 1.5, 'overdue for 1 day 12 h'],
  [86_400_000 * 9.5, 'in 9 days'],
])('%i ms left: %s', (left, words) => {
  expect(formatDue(1_000_000_000_000 + left, 1_000_000_000_000)).toBe(words)
})
