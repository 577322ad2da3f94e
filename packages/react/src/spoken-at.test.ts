import { expect, test } from 'vitest'

import { spokenAt } from './spoken-at.ts'

/** The seconds at which something new would be said while it counts down. */
function announced(from: number, moments: readonly number[]): number[] {
  const seconds = Array.from({ length: from }, (_, index) => from - index)
  return seconds.filter((left) => left === from || spokenAt(left, moments) !== spokenAt(left + 1, moments))
}

test('is new at the start and at every moment, and at no other second', () => {
  expect(announced(90, [60, 30, 10, 5])).toEqual([90, 60, 30, 10, 5])
  expect(announced(8, [60, 30, 10, 5])).toEqual([8, 5])
  expect(announced(3, [])).toEqual([3])
})

test('is the next one also for who slept past some', () => {
  expect(spokenAt(7, [60, 30, 10, 5])).toBe(10)
})
