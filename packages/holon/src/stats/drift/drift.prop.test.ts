import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { auc } from '../metrics/auc.ts'
import { seededRandom } from '../random/seeded.ts'
import { likelihoodRatioFit } from '../test/likelihood-ratio-fit.ts'
import { andersonDarlingTest } from './anderson-darling.ts'
import {
  alignCounts,
  hellinger,
  jensenShannon,
  largestChange,
  populationStability,
  totalVariation,
} from './categorical.ts'
import { deviationLimits } from './deviation-threshold.ts'
import { estimatedAuc, learnReference } from './estimated-performance.ts'
import { ksDistance, ksTest } from './kolmogorov-smirnov.ts'
import { mannWhitneyTest } from './mann-whitney.ts'
import { permutationTest } from './permutation.ts'
import { wasserstein } from './wasserstein.ts'

const value = fc.integer({ min: -20, max: 20 })
const sample = fc.array(value, { minLength: 1, maxLength: 25 })
const counts = fc
  .array(fc.tuple(fc.nat({ max: 30 }), fc.nat({ max: 30 })), { minLength: 2, maxLength: 6 })
  .map((pairs) => [pairs.map(([a]) => a + 1), pairs.map(([, b]) => b + 1)] as const)

describe.each([
  ['total variation', totalVariation],
  ['Hellinger', hellinger],
  ['Jensen-Shannon', jensenShannon],
  ['largest change', largestChange],
])('the %s distance', (_, distance) => {
  test('is symmetric, from 0 to 1, and 0 for equal shares', () => {
    fc.assert(
      fc.property(counts, ([a, b]) => {
        expect(distance(a, b)).toBeCloseTo(distance(b, a), 12)
        expect(distance(a, b)).toBeGreaterThanOrEqual(0)
        expect(distance(a, b)).toBeLessThanOrEqual(1)
        expect(
          distance(
            a,
            a.map((count) => 3 * count),
          ),
        ).toBeCloseTo(0, 7)
      }),
    )
    expect(distance([1, 0], [0, 1])).toBeCloseTo(1, 12)
  })
})

test('the stability index is symmetric and finite for an empty category', () => {
  fc.assert(
    fc.property(counts, ([a, b]) => {
      expect(populationStability(a, b)).toBeCloseTo(populationStability(b, a), 12)
    }),
  )
  expect(populationStability([50, 50], [60, 40])).toBeCloseTo(0.1 * Math.log(1.2) - 0.1 * Math.log(0.8), 12)
  expect(Number.isFinite(populationStability([1, 0], [0, 1]))).toBe(true)
})

test('counts are put side by side by name', () => {
  expect(alignCounts({ a: 1, b: 2 }, { c: 4, a: 3 })).toEqual({ reference: [1, 2, 0], current: [3, 0, 4] })
})

describe('ksTest', () => {
  /** All orders of the pooled values, one by one. */
  function byEnumeration(m: number, n: number, distance: number): number {
    let all = 0
    let asFar = 0
    for (let mask = 0; mask < 1 << (m + n); mask += 1) {
      const places = Array.from({ length: m + n }, (_, i) => i)
      const x = places.filter((i) => mask & (1 << i))
      if (x.length !== m) continue
      all += 1
      if (
        ksDistance(
          x,
          places.filter((i) => !(mask & (1 << i))),
        ) >=
        distance - 1e-12
      )
        asFar += 1
    }
    return asFar / all
  }

  test('counts orders exactly', () => {
    for (const [x, y] of [
      [
        [1, 2, 3, 4],
        [2.5, 5, 6],
      ],
      [
        [1, 9, 10],
        [2, 3, 4, 5, 6],
      ],
      [
        [1, 2],
        [3, 4],
      ],
    ] as const) {
      const { statistic, pValue } = ksTest(x, y)
      expect(pValue).toBeCloseTo(byEnumeration(x.length, y.length, statistic), 12)
    }
  })

  test('is symmetric, and one side of it is the other side turned', () => {
    fc.assert(
      fc.property(sample, sample, (x, y) => {
        expect(ksTest(x, y).statistic).toBe(ksTest(y, x).statistic)
        expect(ksTest(x, y).pValue).toBeCloseTo(ksTest(y, x).pValue, 12)
        expect(ksTest(x, y, 'greater').statistic).toBe(ksTest(y, x, 'less').statistic)
        expect(ksTest(x, y, 'greater').pValue).toBeCloseTo(ksTest(y, x, 'less').pValue, 12)
        expect(ksTest(x, x)).toEqual({ statistic: 0, pValue: 1 })
      }),
    )
  })

  test('large samples take the limit, which the exact value is near', () => {
    const random = seededRandom('ks')
    const x = Array.from({ length: 2100 }, () => random.next())
    const y = Array.from({ length: 2000 }, () => random.next() + 0.02)
    const limit = ksTest(x, y)
    const exact = ksTest(x.slice(0, 1990), y)
    expect(limit.pValue).toBeGreaterThan(0)
    expect(Math.abs(limit.pValue - exact.pValue)).toBeLessThan(0.15)
    expect(
      ksTest(
        x,
        y.map((v) => v + 1),
      ).pValue,
    ).toBeLessThan(1e-12)
    expect(ksTest(x, x).pValue).toBe(1)
    expect(ksTest(x, y, 'greater').pValue).toBeLessThan(limit.pValue)
  })
})

describe('wasserstein', () => {
  test('moves as far as a shift, is symmetric and obeys the triangle', () => {
    fc.assert(
      fc.property(sample, sample, sample, value, (x, y, z, shift) => {
        expect(
          wasserstein(
            x,
            x.map((v) => v + shift),
          ),
        ).toBeCloseTo(Math.abs(shift), 9)
        expect(wasserstein(x, y)).toBeCloseTo(wasserstein(y, x), 9)
        expect(wasserstein(x, z)).toBeLessThanOrEqual(wasserstein(x, y) + wasserstein(y, z) + 1e-9)
      }),
    )
  })

  test('takes a weight for so many values', () => {
    expect(wasserstein([0, 1], [5], [3, 1], [2])).toBeCloseTo(wasserstein([0, 0, 0, 1], [5]), 12)
  })
})

describe('tests of two samples', () => {
  const random = seededRandom('two samples')
  const near = Array.from({ length: 60 }, () => random.next())
  const other = Array.from({ length: 50 }, () => random.next())
  const far = other.map((v) => v + 0.4)

  test.each([
    ['Mann-Whitney', (x: number[], y: number[]) => mannWhitneyTest(x, y)],
    ['Anderson-Darling', andersonDarlingTest],
    ['Kolmogorov-Smirnov', (x: number[], y: number[]) => ksTest(x, y)],
  ])('%s sees a shift and no more than that', (_, twoSample) => {
    expect(twoSample(near, other).pValue).toBeGreaterThan(0.05)
    expect(twoSample(near, far).pValue).toBeLessThan(0.001)
  })

  test('Mann-Whitney counts pairs', () => {
    fc.assert(
      fc.property(sample, sample, (x, y) => {
        const labels = [...x.map(() => 1), ...y.map(() => 0)]
        expect(mannWhitneyTest(x, y).statistic / (x.length * y.length)).toBeCloseTo(
          auc([...x, ...y], labels),
          12,
        )
        expect(mannWhitneyTest(x, y, 'greater').pValue).toBeCloseTo(mannWhitneyTest(y, x, 'less').pValue, 12)
      }),
    )
    expect(mannWhitneyTest([1, 1], [1, 1]).pValue).toBe(1)
  })

  test('G over expected shares is 0 where they are met', () => {
    expect(likelihoodRatioFit([10, 20], [1, 2])).toEqual({ statistic: 0, pValue: 1 })
    expect(likelihoodRatioFit([0, 3], [0, 1]).pValue).toBe(1)
  })
})

describe('permutationTest', () => {
  test('is near Pearson’s test for two categories, and repeats with its seed', () => {
    const result = permutationTest([40, 60], [55, 45], totalVariation, { seed: 3 })
    expect(result.pValue).toBeGreaterThan(0.02)
    expect(result.pValue).toBeLessThan(0.08)
    expect(permutationTest([40, 60], [55, 45], totalVariation, { seed: 3 })).toEqual(result)
    expect(permutationTest([5, 5], [5, 5], totalVariation).pValue).toBe(1)
  })
})

describe('deviationLimits', () => {
  test('moves and stretches with the values', () => {
    fc.assert(
      fc.property(sample, value, fc.constantFrom('mean', 'median', 'min', 'max'), (x, shift, offset) => {
        const options = { lower: 2, upper: 3, offset } as const
        const plain = deviationLimits(x, options)
        const moved = deviationLimits(
          x.map((v) => 2 * v + shift),
          options,
        )
        expect(moved.lower).toBeCloseTo(2 * (plain.lower ?? 0) + shift, 8)
        expect(moved.upper).toBeCloseTo(2 * (plain.upper ?? 0) + shift, 8)
      }),
    )
  })

  test('leaves out NaN and sides, and refuses a negative multiple', () => {
    expect(deviationLimits([1, Number.NaN, 3], { upper: 1 })).toEqual({ upper: 3 })
    expect(() => deviationLimits([1], { lower: -1 })).toThrow('multiple')
  })
})

test('the estimated area is the real one while the calibration holds', () => {
  const random = seededRandom('estimate')
  const rows = (n: number) => {
    const scores = Array.from({ length: n }, () => random.next() ** 2)
    return { scores, labels: scores.map((score) => Number(random.next() < score)) }
  }
  const reference = rows(5000)
  const later = rows(3000)
  const calibration = learnReference(reference.scores, reference.labels)
  expect(Math.abs(estimatedAuc(later.scores, calibration) - auc(later.scores, later.labels))).toBeLessThan(
    0.02,
  )
})
