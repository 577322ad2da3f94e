import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { binomialProbability } from '../distribution/binomial.ts'
import { momentsOf, noMoments, noPairMoments, pairMomentsOf } from '../moments.ts'
import { seededRandom } from '../random/seeded.ts'
import { aucInterval } from './auc.ts'
import { betaBinomialInterval } from './beta-binomial.ts'
import { clopperPearsonInterval } from './clopper-pearson.ts'
import { anyNumber, anyShare } from './interval.ts'
import { meanInterval } from './mean.ts'
import { quantileInterval, quantileRanks } from './quantile.ts'
import { ratioInterval } from './ratio.ts'
import { wilsonInterval } from './wilson.ts'

const counts = fc
  .integer({ min: 1, max: 5000 })
  .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))

describe.each([
  ['Wilson', wilsonInterval],
  ['Clopper-Pearson', clopperPearsonInterval],
])('the %s interval', (_, interval) => {
  test('holds the observed share, stays in [0, 1] and mirrors', () => {
    fc.assert(
      fc.property(counts, ([successes, n]) => {
        const { lower, upper } = interval(successes, n)
        const mirrored = interval(n - successes, n)
        expect(lower).toBeGreaterThanOrEqual(0)
        expect(upper).toBeLessThanOrEqual(1)
        expect(lower).toBeLessThanOrEqual(successes / n)
        expect(upper).toBeGreaterThanOrEqual(successes / n)
        expect(1 - mirrored.upper).toBeCloseTo(lower, 9)
        expect(upper - lower).toBeGreaterThan(0)
      }),
    )
  })

  test('widens with its confidence, and says nothing without rows', () => {
    const narrow = interval(7, 20, 0.8)
    const wide = interval(7, 20, 0.99)
    expect(wide.lower).toBeLessThan(narrow.lower)
    expect(wide.upper).toBeGreaterThan(narrow.upper)
    expect(interval(0, 0)).toEqual(anyShare)
    expect(() => interval(3, 2)).toThrow('3 successes in 2 trials')
  })
})

test('Clopper-Pearson covers at least its confidence, whatever the true share', () => {
  for (const n of [5, 12, 40]) {
    for (const share of [0.01, 0.1, 0.37, 0.5, 0.93]) {
      let covered = 0
      for (let k = 0; k <= n; k += 1) {
        const { lower, upper } = clopperPearsonInterval(k, n, 0.9)
        if (lower <= share && share <= upper) covered += binomialProbability(k, n, share)
      }
      expect(covered).toBeGreaterThanOrEqual(0.9)
    }
  }
})

test('a published Wilson interval: 81 of 263 (R. G. Newcombe 1998, table I)', () => {
  const { lower, upper } = wilsonInterval(81, 263)
  expect(lower).toBeCloseTo(0.2553, 4)
  expect(upper).toBeCloseTo(0.3662, 4)
})

test('the credible interval nests in the Clopper-Pearson interval under the Jeffreys prior', () => {
  fc.assert(
    fc.property(counts, ([successes, n]) => {
      const exact = clopperPearsonInterval(successes, n)
      const credible = betaBinomialInterval(successes, n)
      return exact.lower <= credible.lower + 1e-12 && credible.upper <= exact.upper + 1e-12
    }),
  )
})

describe('the interval of a mean', () => {
  test('is the one of the textbook', () => {
    const { lower, upper } = meanInterval(momentsOf([4, 5, 6]))
    expect(lower).toBeCloseTo(5 - 4.30265272974946 / Math.sqrt(3), 12)
    expect(upper).toBeCloseTo(5 + 4.30265272974946 / Math.sqrt(3), 12)
  })

  test('says nothing for fewer than two values', () => {
    expect(meanInterval(noMoments)).toEqual(anyNumber)
    expect(meanInterval(momentsOf([1]))).toEqual(anyNumber)
  })
})

describe('the interval of a ratio', () => {
  test('is that of the mean where every denominator is 1', () => {
    const x = [3, 1, 4, 1, 5, 9, 2, 6]
    const ratio = ratioInterval(pairMomentsOf(x, Array(8).fill(1)))
    const mean = meanInterval(momentsOf(x))
    expect(ratio.lower).toBeCloseTo(mean.lower, 12)
    expect(ratio.upper).toBeCloseTo(mean.upper, 12)
  })

  test('has no width where numerator and denominator move together', () => {
    const { lower, upper } = ratioInterval(pairMomentsOf([2, 4, 8], [1, 2, 4]))
    expect(lower).toBeCloseTo(2, 6)
    expect(upper).toBeCloseTo(2, 6)
  })

  test('says nothing without units or where the denominators sum to 0', () => {
    expect(ratioInterval(noPairMoments)).toEqual(anyNumber)
    expect(ratioInterval(pairMomentsOf([1, 2], [1, -1]))).toEqual(anyNumber)
  })

  test('covers the true ratio about as often as it says', () => {
    const random = seededRandom('ratio coverage')
    let covered = 0
    for (let round = 0; round < 1000; round += 1) {
      const y = Array.from({ length: 200 }, () => 1 + Math.floor(random.next() * 5))
      const x = y.map((visits) =>
        Array.from({ length: visits }, () => Number(random.next() < 0.2)).reduce((a, b) => a + b, 0),
      )
      const { lower, upper } = ratioInterval(pairMomentsOf(x, y), 0.9)
      if (lower <= 0.2 && 0.2 <= upper) covered += 1
    }
    expect(covered).toBeGreaterThan(870)
    expect(covered).toBeLessThan(930)
  })
})

describe('the interval of a quantile', () => {
  test('is between the ranks of a table: median of 20 at 95 %', () => {
    expect(quantileRanks(20, 0.5)).toEqual({ lower: 6, upper: 15 })
  })

  test('covers at least its confidence, by the binomial law', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (n, share) => {
          const { lower, upper } = quantileRanks(n, share, 0.9)
          let covered = 0
          for (let k = lower; k < upper; k += 1) covered += binomialProbability(k, n, share)
          expect(covered).toBeGreaterThanOrEqual(0.9 - 1e-9)
        },
      ),
    )
  })

  test('is open where there are too few values', () => {
    expect(quantileInterval([1, 2, 3], 0.5)).toEqual(anyNumber)
    expect(quantileInterval([], 0.5)).toEqual(anyNumber)
    expect(quantileInterval([...Array(20).keys()], 0.5)).toEqual({ lower: 5, upper: 14 })
  })
})

describe('the interval of an area under the curve', () => {
  const areas = fc.double({ min: 0, max: 1, noNaN: true })
  const size = fc.integer({ min: 1, max: 2000 })

  test('holds the area, stays in [0, 1] and mirrors', () => {
    fc.assert(
      fc.property(areas, size, size, (area, positives, negatives) => {
        const { lower, upper } = aucInterval(area, positives, negatives)
        const mirrored = aucInterval(1 - area, positives, negatives)
        expect(lower).toBeGreaterThanOrEqual(0)
        expect(upper).toBeLessThanOrEqual(1)
        expect(lower).toBeLessThanOrEqual(area + 1e-12)
        expect(upper).toBeGreaterThanOrEqual(area - 1e-12)
        expect(1 - mirrored.upper).toBeCloseTo(lower, 6)
      }),
    )
  })

  test('keeps a width at area 1, and narrows with rows', () => {
    const few = aucInterval(1, 10, 10)
    const many = aucInterval(1, 1000, 1000)
    expect(few.upper).toBe(1)
    expect(few.lower).toBeGreaterThan(0.7)
    expect(few.lower).toBeLessThan(many.lower)
    expect(many.lower).toBeLessThan(1)
    expect(aucInterval(Number.NaN, 0, 10)).toEqual(anyShare)
  })
})
