import { expect, test } from 'vitest'
import { dateOf } from './date.ts'

test('counts days from the first, whatever the time zone', () => {
  expect(dateOf('2026-03-01', 0)).toBe('1 Mar 2026')
  expect(dateOf('2026-03-01', 31.9)).toBe('1 Apr 2026')
  expect(dateOf('some day', 3)).toBe('some day')
})
