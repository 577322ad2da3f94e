import fc from 'fast-check'
import { expect, it } from 'vitest'
import { allocateGreedily, chanceOfMore, countsAfter, ratesAfter } from './attention.ts'

const rates = fc.array(fc.double({ min: 0.5, max: 20, noNaN: true }), { minLength: 1, maxLength: 6 })
/** So few that no chance is too small for a number. */
const units = fc.integer({ min: 0, max: 10 })

it('hands out every unit, and no fewer where more is expected', () => {
  fc.assert(
    fc.property(rates, units, (expected, count) => {
      const allocation = allocateGreedily(count, expected)
      expect(allocation.reduce((sum, one) => sum + one, 0)).toBe(count)
      for (const [i, first] of expected.entries())
        for (const [j, second] of expected.entries())
          if (first > second) expect((allocation[i] ?? 0) + 1).toBeGreaterThanOrEqual(allocation[j] ?? 0)
    }),
  )
})

it('expects ever less of one more unit', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 20, noNaN: true }), units, (expected, count) => {
      expect(chanceOfMore(expected, count + 1)).toBeLessThanOrEqual(chanceOfMore(expected, count))
    }),
  )
  expect(chanceOfMore(2, 0)).toBeCloseTo(1 - Math.exp(-2), 12)
  expect(chanceOfMore(2, 1)).toBeCloseTo(1 - 3 * Math.exp(-2), 12)
})

it('lowers rates where units are, raises them elsewhere, and never below nothing', () => {
  expect(ratesAfter([4, 0.1, 2], [2, 3, 0], 0.1)).toEqual([3.8, 0, 2.1])
})

it('forgets a share of what was counted', () => {
  expect(countsAfter([10, 4], [1, 0], 0.5)).toEqual([6, 2])
})
