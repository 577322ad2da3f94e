import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pearsonTest } from '../test/contingency.ts'
import { confusionByGroup, demographicParity, equalizedOdds, rateByGroup, rateDifference } from './groups.ts'
import { benefitsOf, betweenGroups, generalizedEntropy, theilIndex } from './inequality.ts'
import { commonOddsRatio, mantelHaenszelTest, standardisedRates } from './strata.ts'

const bit = fc.constantFrom(0, 1)
const rows = fc.array(fc.tuple(bit, bit, fc.constantFrom('a', 'b', 'c')), { minLength: 1, maxLength: 50 })

describe('group rates', () => {
  test('are at parity where everybody gets the same answer', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const groups = confusionByGroup(
          list.map(() => 1),
          list.map(([, label]) => label),
          list.map(([, , group]) => group),
        )
        expect(demographicParity(groups)).toEqual({ difference: 0, ratio: 1 })
        expect(rateByGroup(groups, 'selectionRate')).toEqual(
          Object.fromEntries(Object.keys(groups).map((group) => [group, 1])),
        )
      }),
    )
  })

  test('see a group that is refused', () => {
    const groups = confusionByGroup([1, 1, 0, 0], [1, 0, 1, 0], ['a', 'a', 'b', 'b'])
    expect(demographicParity(groups)).toEqual({ difference: 1, ratio: 0 })
    expect(equalizedOdds(groups)).toEqual({ difference: 1, ratio: 0 })
  })

  test('leave out a group in which nothing is known', () => {
    const groups = confusionByGroup([1, 0, 1], [1, 1, 0], ['a', 'b', 'c'])
    expect(rateDifference(groups, 'recall')).toBe(1)
    expect(rateByGroup(groups, 'recall').c).toBeNaN()
  })
})

describe('inequality', () => {
  const benefits = fc.array(fc.double({ min: 0.1, max: 10, noNaN: true }), { minLength: 1, maxLength: 20 })

  test('is 0 for equals, does not depend on the unit, and is at least 0', () => {
    fc.assert(
      fc.property(benefits, fc.double({ min: 0.1, max: 10, noNaN: true }), (list, unit) => {
        for (const alpha of [0, 1, 2]) {
          const index = generalizedEntropy(list, alpha)
          expect(index).toBeGreaterThanOrEqual(-1e-12)
          expect(
            generalizedEntropy(
              list.map((b) => b * unit),
              alpha,
            ),
          ).toBeCloseTo(index, 8)
          expect(
            generalizedEntropy(
              list.map(() => unit),
              alpha,
            ),
          ).toBeCloseTo(0, 12)
        }
      }),
    )
  })

  test('between groups is never more than in all', () => {
    fc.assert(
      fc.property(benefits, (list) => {
        const between = betweenGroups(
          list,
          list.map((_, i) => i % 3),
        )
        expect(theilIndex(between)).toBeLessThanOrEqual(theilIndex(list) + 1e-12)
        expect(generalizedEntropy(between)).toBeLessThanOrEqual(generalizedEntropy(list) + 1e-12)
      }),
    )
  })

  test('gives a benefit of 0, 1 or 2', () => {
    expect(benefitsOf([0, 1, 0, 1], [1, 1, 0, 0])).toEqual([0, 1, 1, 2])
  })
})

describe('strata', () => {
  const group = fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30 }))
  const stratum = fc.tuple(group, group).map(([[a, b], [c, d]]) => ({
    first: { positive: a, n: a + b },
    second: { positive: c, n: c + d },
  }))

  test('of one table give its odds ratio, and nearly its corrected chi-square', () => {
    fc.assert(
      fc.property(stratum, ({ first, second }) => {
        const [b, d] = [first.n - first.positive, second.n - second.positive]
        expect(commonOddsRatio([{ first, second }])).toBeCloseTo(
          (first.positive * d) / (b * second.positive),
          8,
        )
        const n = first.n + second.n
        const yates = pearsonTest(
          [
            [first.positive, b],
            [second.positive, d],
          ],
          { yates: true },
        ).statistic
        expect(mantelHaenszelTest([{ first, second }]).statistic).toBeCloseTo((yates * (n - 1)) / n, 8)
      }),
    )
  })

  test('turn around with the groups', () => {
    fc.assert(
      fc.property(fc.array(stratum, { minLength: 1, maxLength: 5 }), (strata) => {
        const turned = strata.map(({ first, second }) => ({ first: second, second: first }))
        expect(commonOddsRatio(turned) * commonOddsRatio(strata)).toBeCloseTo(1, 8)
        expect(mantelHaenszelTest(turned).pValue).toBeCloseTo(mantelHaenszelTest(strata).pValue, 10)
        expect(standardisedRates(turned).first).toBeCloseTo(standardisedRates(strata).second, 12)
      }),
    )
    expect(mantelHaenszelTest([]).pValue).toBe(1)
    expect(() => standardisedRates([])).toThrow('no cases')
  })
})
