import { expect, test } from 'vitest'
import type { Decided } from '../wire/entries.ts'
import { healthOf } from './health.ts'

const took = (ms: number, degraded = false) => ({ timings: { predict: ms }, degraded }) as unknown as Decided

test('tells nothing of no decisions', () => {
  expect(healthOf([])).toEqual({ n: 0, degradedShare: undefined, medianMilliseconds: undefined })
})

test('tells the share that fell back and the median time', () => {
  expect(healthOf([took(4, true), took(1), took(2), took(100)])).toEqual({
    n: 4,
    degradedShare: 0.25,
    medianMilliseconds: 3,
  })
  expect(healthOf([took(4), took(1), took(2)]).medianMilliseconds).toBe(2)
})
