import { expect, test } from 'vitest'
import type { Decided } from '../wire/entries.ts'
import { bucketSize, bucketsOf } from './buckets.ts'

const decided = (at: number, ms: number, degraded = false) =>
  ({ at, degraded, timings: { predict: ms } }) as unknown as Decided

test('cuts time into equal stretches and says nothing of empty ones', () => {
  const decisions = [decided(2900, 4, true), decided(2100, 2), decided(900, 8), decided(-5000, 1)]
  expect(bucketsOf(decisions, 1000, 3)).toEqual([
    [1, 2, 3],
    [0, null, 0.5],
    [8, null, 3],
  ])
})

test('begins with the first stretch in which something was decided', () => {
  expect(bucketsOf([decided(2100, 2), decided(1500, 3)], 1000, 100)).toEqual([
    [2, 3],
    [0, 0],
    [3, 2],
  ])
})

test('has empty stretches for no decisions', () => {
  expect(bucketsOf([], 1000, 2)[1]).toEqual([null, null])
})

test('takes stretches just long enough to cover all', () => {
  expect(bucketSize([decided(119_000, 1), decided(0, 1)], 120)).toBe(1_000)
  expect(bucketSize([decided(119_001, 1), decided(0, 1)], 120)).toBe(2_000)
  expect(bucketSize([], 120)).toBe(1_000)
  expect(bucketSize([decided(1e12, 1), decided(0, 1)], 120)).toBe(300_000)
})
