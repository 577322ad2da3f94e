import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalQuantile } from '../distribution/normal.ts'
import { chiSquareFit } from './chi-square-fit.ts'
import { likelihoodRatioTest, pearsonTest } from './contingency.ts'
import { fisherTest } from './fisher.ts'
import { type Adjustment, adjustPValues } from './multiplicity.ts'
import { proportionsTest } from './proportions.ts'
import { sampleSizeForMean, sampleSizeForProportion } from './sample-size.ts'

const count = fc.integer({ min: 0, max: 40 })

describe('chiSquareFit', () => {
  test('finds nothing where counts follow the weights, and scales with them', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 2, maxLength: 8 }), (weights) => {
        expect(
          chiSquareFit(
            weights.map((weight) => weight * 3),
            weights,
          ).pValue,
        ).toBeCloseTo(1, 12)
        const shifted = weights.map((weight, i) => weight * 3 + i)
        const halves = weights.map((weight) => weight / 2)
        expect(chiSquareFit(shifted, halves).statistic).toBeCloseTo(
          chiSquareFit(shifted, weights).statistic,
          9,
        )
      }),
    )
  })

  test('takes a count where none was possible for impossible, and no counts for no evidence', () => {
    expect(chiSquareFit([1, 5], [0, 1])).toEqual({ statistic: Infinity, pValue: 0 })
    expect(chiSquareFit([0, 5], [0, 1]).pValue).toBe(1)
    expect(chiSquareFit([0, 0], [1, 1]).pValue).toBe(1)
    expect(() => chiSquareFit([1, -1], [1, 1])).toThrow('negative')
    expect(() => chiSquareFit([1, 1], [0, 0])).toThrow('all weights are 0')
  })
})

describe('tests of a table', () => {
  const table = fc.tuple(fc.tuple(count, count), fc.tuple(count, count))

  test('do not depend on which way the table lies', () => {
    fc.assert(
      fc.property(table, ([[a, b], [c, d]]) => {
        const turned = [
          [a, c],
          [b, d],
        ] as const
        const given = [
          [a, b],
          [c, d],
        ] as const
        expect(pearsonTest(turned).pValue).toBeCloseTo(pearsonTest(given).pValue, 10)
        expect(likelihoodRatioTest(turned).pValue).toBeCloseTo(likelihoodRatioTest(given).pValue, 10)
        expect(fisherTest(turned)).toBeCloseTo(fisherTest(given), 10)
      }),
    )
  })

  test('Pearson equals the pooled z-test squared', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        count,
        fc.integer({ min: 1, max: 40 }),
        count,
        (a, b, c, d) => {
          const z = proportionsTest({ successes: a, n: a + b }, { successes: c, n: c + d }, { pooled: true })
          const x2 = pearsonTest([
            [a, b],
            [c, d],
          ]).statistic
          expect(z.statistic ** 2).toBeCloseTo(x2, 8)
        },
      ),
    )
  })

  test('Yates never makes a finding stronger', () => {
    fc.assert(
      fc.property(table, (given) => {
        expect(pearsonTest(given, { yates: true }).pValue).toBeGreaterThanOrEqual(
          pearsonTest(given).pValue - 1e-12,
        )
      }),
    )
  })

  test('Fisher on the lady tasting tea', () => {
    expect(
      fisherTest(
        [
          [3, 1],
          [1, 3],
        ],
        'greater',
      ),
    ).toBeCloseTo(17 / 70, 12)
    expect(
      fisherTest([
        [3, 1],
        [1, 3],
      ]),
    ).toBeCloseTo(34 / 70, 12)
    expect(
      fisherTest(
        [
          [3, 1],
          [1, 3],
        ],
        'less',
      ),
    ).toBeCloseTo(69 / 70, 12)
  })

  test('refuse a table that is not rectangular', () => {
    expect(() => pearsonTest([[1, 2], [3]])).toThrow('not rectangular')
    expect(
      pearsonTest([
        [0, 0],
        [0, 0],
      ]).pValue,
    ).toBe(1)
  })
})

describe('adjustPValues', () => {
  const kinds: Adjustment[] = [
    'benjamini-hochberg',
    'benjamini-yekutieli',
    'bonferroni',
    'holm',
    'holm-sidak',
    'hochberg',
    'hochberg-sidak',
  ]
  const list = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 })

  test.each(kinds)('%s only raises, keeps the order, and leaves a single value alone', (kind) => {
    fc.assert(
      fc.property(list, (p) => {
        const adjusted = adjustPValues(p, kind)
        for (const [i, value] of adjusted.entries()) {
          expect(value).toBeGreaterThanOrEqual((p[i] ?? 0) * (1 - 1e-12))
          expect(value).toBeLessThanOrEqual(1)
          for (const [j, other] of adjusted.entries()) {
            if ((p[i] ?? 0) < (p[j] ?? 0)) expect(value).toBeLessThanOrEqual(other)
          }
        }
      }),
    )
    expect(adjustPValues([0.2], kind)[0]).toBeCloseTo(0.2, 14)
  })

  test('orders the methods by their power', () => {
    fc.assert(
      fc.property(list, (p) => {
        const [bh = [], , bonferroni = [], holm = [], sidak = [], hochberg = []] = kinds.map((kind) =>
          adjustPValues(p, kind),
        )
        for (const i of p.keys()) {
          expect(bh[i]).toBeLessThanOrEqual((hochberg[i] ?? 0) + 1e-12)
          expect(hochberg[i]).toBeLessThanOrEqual((holm[i] ?? 0) + 1e-12)
          expect(sidak[i]).toBeLessThanOrEqual((holm[i] ?? 0) + 1e-12)
          expect(holm[i]).toBeLessThanOrEqual((bonferroni[i] ?? 0) + 1e-12)
        }
      }),
    )
  })
})

describe('proportionsTest', () => {
  test('says nothing about an arm without rows', () => {
    const { pValue, interval } = proportionsTest({ successes: 0, n: 0 }, { successes: 3, n: 5 })
    expect(pValue).toBe(1)
    expect(interval).toEqual({ lower: -Infinity, upper: Infinity })
  })

  test('turns around with its arms', () => {
    const a = { successes: 12, n: 40 }
    const b = { successes: 30, n: 60 }
    const there = proportionsTest(a, b)
    const back = proportionsTest(b, a)
    expect(back.difference).toBeCloseTo(-there.difference, 14)
    expect(back.pValue).toBeCloseTo(there.pValue, 14)
    expect(back.interval.upper).toBeCloseTo(-there.interval.lower, 14)
  })
})

describe('sample sizes', () => {
  test('grow with the square of one over the difference', () => {
    const one = sampleSizeForMean({ difference: 1 }, 4)
    expect(sampleSizeForMean({ difference: 0.5 }, 4)).toBeCloseTo(4 * one, 8)
    expect(one).toBeCloseTo(16 * (normalQuantile(0.975) + normalQuantile(0.8)) ** 2, 9)
  })

  test('are smallest for equal arms and fewer for one-sided tests', () => {
    const plan = { difference: 0.05 }
    const even = sampleSizeForProportion(plan, 0.3)
    expect(sampleSizeForProportion({ ...plan, control: 0.8, treatment: 0.2 }, 0.3)).toBeGreaterThan(even)
    expect(sampleSizeForProportion({ ...plan, alternative: 'greater' }, 0.3)).toBeLessThan(even)
  })

  test('refuse what cannot be planned', () => {
    expect(() => sampleSizeForMean({ difference: 0 }, 4)).toThrow('size of the difference')
    expect(() => sampleSizeForProportion({ difference: 0.3 }, 0.8)).toThrow('baseline + difference')
  })
})
