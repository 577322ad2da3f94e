import { expect, test } from 'vitest'
import { domainOf } from './domain.ts'

test('shows every value, with room', () => {
  const [low, high] = domainOf({ values: [10, null, 20] })
  expect(low).toBeCloseTo(9.2)
  expect(high).toBeCloseTo(20.8)
})

test('an interval that is far too wide does not flatten the values', () => {
  const [low, high] = domainOf({ values: [100, 110], intervals: [[-1000, 1000], null] })
  expect(low).toBeCloseTo(90 - 30 * 0.08)
  expect(high).toBeCloseTo(120 + 30 * 0.08)
})

test('a single value takes the whole interval', () => {
  const [low, high] = domainOf({ values: [5], intervals: [[1, 9]] })
  expect(low).toBeLessThan(1)
  expect(high).toBeGreaterThan(9)
})

test('a share stays a share, and what cannot be negative begins at zero', () => {
  expect(domainOf({ values: [0.01, 0.99], share: true })).toEqual([0, 1])
  expect(domainOf({ values: [1, 30] })[0]).toBe(0)
})

test('without any value there is still something to draw on', () => {
  expect(domainOf({ values: [null] })).toEqual([0, 1])
  const [low, high] = domainOf({ values: [0] })
  expect(high).toBeGreaterThan(low)
})
