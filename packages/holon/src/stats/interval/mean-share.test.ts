import { expect, test } from 'vitest'
import { momentsOf, noMoments } from '../moments.ts'
import { seededRandom } from '../random/seeded.ts'
import { anyShare } from './interval.ts'
import { meanInterval } from './mean.ts'
import { meanShareInterval } from './mean-share.ts'
import { wilsonInterval } from './wilson.ts'

const random = seededRandom(7)

/** Shares of persons who each succeed with a probability of their own, in as many tries as `tries`. */
function shares(persons: number, tries: number): number[] {
  return Array.from({ length: persons }, () => {
    const own = random.next() ** 3
    return Array.from({ length: tries }, () => Number(random.next() < own)).reduce((a, b) => a + b) / tries
  })
}

test.each([
  [10, 5],
  [40, 1],
  [40, 20],
  [300, 3],
])('covers the true mean of %d persons with %d tries each', (persons, tries) => {
  const found = Array.from({ length: 1000 }, () => meanShareInterval(momentsOf(shares(persons, tries))))
  const covered = found.filter(({ lower, upper }) => lower <= 0.25 && 0.25 <= upper).length
  expect(covered / found.length).toBeGreaterThan(0.93)
})

test('is near the interval of Student where that is good', () => {
  const moments = momentsOf(shares(2000, 4))
  const student = meanInterval(moments)
  const found = meanShareInterval(moments)
  expect(found.lower).toBeCloseTo(student.lower, 2)
  expect(found.upper).toBeCloseTo(student.upper, 2)
})

test('stays in [0, 1] and holds the mean', () => {
  for (let round = 0; round < 200; round += 1) {
    const moments = momentsOf(shares(2 + (round % 9), 1 + (round % 4)))
    const { lower, upper } = meanShareInterval(moments)
    expect(lower).toBeGreaterThanOrEqual(0)
    expect(upper).toBeLessThanOrEqual(1)
    expect(lower).toBeLessThanOrEqual(moments.mean)
    expect(upper).toBeGreaterThanOrEqual(moments.mean)
  }
})

test('takes equal shares for rows, not for certainty, and says nothing without rows', () => {
  expect(meanShareInterval(momentsOf([1, 1, 1]))).toEqual(wilsonInterval(3, 3))
  expect(meanShareInterval(momentsOf([0.5, 0.5]))).toEqual(wilsonInterval(1, 2))
  expect(meanShareInterval(momentsOf([0.1, 0.1, 0.1])).lower).toBeGreaterThan(0)
  expect(meanShareInterval(noMoments)).toEqual(anyShare)
})
