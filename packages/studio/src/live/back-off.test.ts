import { expect, test } from 'vitest'
import { backOff } from './back-off.ts'

test('doubles from half a second to fifteen', () => {
  expect([1, 2, 3, 4, 5, 6, 7].map((failures) => backOff(failures, 1))).toEqual([
    500, 1000, 2000, 4000, 8000, 15_000, 15_000,
  ])
})

test('spreads over the upper half', () => {
  expect(backOff(3, 0)).toBe(1000)
  expect(backOff(3, 0.5)).toBe(1500)
})
