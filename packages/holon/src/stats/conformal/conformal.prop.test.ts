import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '../random/seeded.ts'
import {
  calibrationSize,
  coverageDistribution,
  coverageWithin,
  coveredProbability,
} from './coverage-distribution.ts'
import {
  intervalScore,
  jackknifeInterval,
  quantileBand,
  quantileScore,
  residualInterval,
  residualScore,
} from './intervals.ts'
import { labelScore, labelSet, type SetRule } from './label-sets.ts'
import { conformalBound, coverage } from './split.ts'

describe('conformalBound', () => {
  test('covers a new exchangeable score at least as often as promised', () => {
    const random = seededRandom('conformal')
    let covered = 0
    for (let round = 0; round < 4000; round += 1) {
      const scores = Array.from({ length: 19 }, () => random.next() ** 3)
      if (random.next() ** 3 <= conformalBound(scores, 0.1)) covered += 1
    }
    expect(covered / 4000).toBeGreaterThan(0.885)
    expect(covered / 4000).toBeLessThan(0.915)
  })

  test('is infinite where there are too few scores', () => {
    expect(conformalBound([1, 2, 3], 0.1)).toBe(Infinity)
    expect(conformalBound([], 0.1)).toBe(Infinity)
    expect(conformalBound([1, 2, 3], 0.25)).toBe(3)
  })

  test('the careful rule is never below the exact one', () => {
    const scores = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 20, maxLength: 80 })
    fc.assert(
      fc.property(scores, fc.double({ min: 0.1, max: 0.9, noNaN: true }), (values, alpha) => {
        const exact = conformalBound(values, alpha)
        expect(conformalBound(values, alpha, 'interpolated-higher')).toBeGreaterThanOrEqual(exact)
        expect(coverage(values, exact)).toBeGreaterThanOrEqual(1 - alpha)
      }),
    )
  })
})

describe('label sets', () => {
  const rules: SetRule[] = ['least-ambiguous', 'top-k', 'cumulative', 'cumulative-below']
  const probabilities = fc
    .array(fc.integer({ min: 1, max: 50 }), { minLength: 2, maxLength: 6 })
    .map((weights) => weights.map((weight) => weight / weights.reduce((a, b) => a + b, 0)))

  test.each(rules)('%s: a label is in the set at the bound of its own score', (rule) => {
    fc.assert(
      fc.property(probabilities, fc.nat(), (row, pick) => {
        const label = pick % row.length
        expect(labelSet(row, labelScore(row, label, rule), rule)).toContain(label)
      }),
    )
  })

  test.each(rules)('%s: a larger bound keeps every label', (rule) => {
    const bound = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(probabilities, bound, bound, (row, a, b) => {
        const scale = rule === 'top-k' ? 6 : 1
        const [small, large] = [Math.min(a, b), Math.max(a, b)].map(
          (x) => Math.round(x * scale * 1000) / 1000,
        )
        const inner = labelSet(row, small ?? 0, rule)
        expect(labelSet(row, large ?? 0, rule)).toEqual(expect.arrayContaining(inner))
      }),
    )
  })
})

describe('regularised label sets', () => {
  const probabilities = fc
    .array(fc.integer({ min: 1, max: 50 }), { minLength: 2, maxLength: 6 })
    .map((weights) => weights.map((weight) => weight / weights.reduce((a, b) => a + b, 0)))
  const regularisation = fc.record({
    penalty: fc.double({ min: 0, max: 0.5, noNaN: true }),
    free: fc.nat({ max: 3 }),
  })

  test('hold a label at the bound of its own score, and are not larger than without a penalty', () => {
    fc.assert(
      fc.property(probabilities, fc.nat(), regularisation, (row, pick, given) => {
        const label = pick % row.length
        const bound = labelScore(row, label, 'cumulative', given)
        expect(labelSet(row, bound, 'cumulative', given)).toContain(label)
        const plain = labelSet(row, bound, 'cumulative')
        expect(labelSet(row, bound, 'cumulative', given).length).toBeLessThanOrEqual(plain.length)
      }),
    )
  })

  test('cover as promised', () => {
    const random = seededRandom('regularised')
    const draw = () => {
      const weights = Array.from({ length: 10 }, () => (-Math.log(1 - random.next())) ** 3)
      const total = weights.reduce((a, b) => a + b)
      const row = weights.map((weight) => weight / total)
      let u = random.next()
      const label = row.findIndex((p) => {
        u -= p
        return u < 0
      })
      return { row, label: Math.max(0, label) }
    }
    const given = { penalty: 0.05, free: 2 }
    let covered = 0
    for (let round = 0; round < 2000; round += 1) {
      const scores = Array.from({ length: 19 }, draw).map(({ row, label }) =>
        labelScore(row, label, 'cumulative-below', given),
      )
      const { row, label } = draw()
      if (labelSet(row, conformalBound(scores, 0.1), 'cumulative-below', given).includes(label)) covered += 1
    }
    expect(covered / 2000).toBeGreaterThan(0.875)
    expect(covered / 2000).toBeLessThan(0.93)
  })
})

describe('conformal intervals', () => {
  const number = fc.double({ min: -100, max: 100, noNaN: true })
  const positive = fc.double({ min: 0.1, max: 10, noNaN: true })

  test('hold a value at the bound of its own score', () => {
    fc.assert(
      fc.property(number, number, positive, (value, prediction, scale) => {
        const { lower, upper } = residualInterval(prediction, residualScore(value, prediction, scale), scale)
        expect(lower).toBeLessThanOrEqual(value + 1e-9)
        expect(upper).toBeGreaterThanOrEqual(value - 1e-9)
      }),
    )
    fc.assert(
      fc.property(number, number, positive, (value, lower, width) => {
        const quantiles = { lower, upper: lower + width }
        const band = quantileBand(quantiles, quantileScore(value, quantiles))
        expect(band.lower).toBeLessThanOrEqual(value + 1e-9)
        expect(band.upper).toBeGreaterThanOrEqual(value - 1e-9)
        expect(band.lower).toBeLessThanOrEqual(band.upper)
      }),
    )
  })

  test('of quantiles that are too narrow cover as promised, and follow the noise', () => {
    const random = seededRandom('quantiles')
    const draw = () => {
      const x = random.next()
      return { value: x * (random.next() - 0.5), quantiles: { lower: -0.2 * x, upper: 0.2 * x } }
    }
    let covered = 0
    for (let round = 0; round < 2000; round += 1) {
      const scores = Array.from({ length: 19 }, draw).map((row) => quantileScore(row.value, row.quantiles))
      const { value, quantiles } = draw()
      if (quantileScore(value, quantiles) <= conformalBound(scores, 0.2)) covered += 1
    }
    expect(covered / 2000).toBeGreaterThan(0.77)
    expect(covered / 2000).toBeLessThan(0.83)
    expect(quantileBand({ lower: 0, upper: 1 }, -2)).toEqual({ lower: 0.5, upper: 0.5 })
  })

  test('of models that each left out a row cover at least nearly as promised', () => {
    const random = seededRandom('jackknife')
    let covered = 0
    for (let round = 0; round < 1500; round += 1) {
      const values = Array.from({ length: 20 }, () => random.next() + random.next())
      const total = values.reduce((a, b) => a + b)
      const predictions = values.map((value) => (total - value) / 19)
      const residuals = values.map((value, i) => Math.abs(value - (predictions[i] ?? 0)))
      const { lower, upper } = jackknifeInterval(predictions, residuals, 0.2)
      const fresh = random.next() + random.next()
      if (lower <= fresh && fresh <= upper) covered += 1
    }
    expect(covered / 1500).toBeGreaterThan(0.76)
    expect(covered / 1500).toBeLessThan(0.85)
    expect(jackknifeInterval([0, 0], [1, 1], 0.1)).toEqual({ lower: -Infinity, upper: Infinity })
    expect(jackknifeInterval([0, 1, 2], [1, 1, 1], 0.25)).toEqual({ lower: -1, upper: 3 })
  })

  test('score best where they are the true quantiles', () => {
    const values = Array.from({ length: 1001 }, (_, i) => i / 1000)
    const at = (lower: number, upper: number) =>
      intervalScore(
        values,
        values.map(() => ({ lower, upper })),
        0.2,
      )
    for (const [lower, upper] of [
      [0.05, 0.9],
      [0.15, 0.9],
      [0.1, 0.95],
      [0, 1],
    ] as const)
      expect(at(lower, upper)).toBeGreaterThan(at(0.1, 0.9))
    expect(intervalScore([3], [{ lower: 0, upper: 1 }], 0.5)).toBe(1 + 4 * 2)
  })
})

describe('the distribution of coverage', () => {
  test('has the promised mean and sums to 1 over counts', () => {
    const law = coverageDistribution(99, 0.1)
    expect(law.a / (law.a + law.b)).toBeCloseTo(0.9, 12)
    let sum = 0
    for (let k = 0; k <= 30; k += 1) sum += coveredProbability(k, 30, law)
    expect(sum).toBeCloseTo(1, 10)
    expect(coveredProbability(3, 3, { a: 5, b: 0 })).toBe(1)
  })

  test('gives a size that suffices where one less does not', () => {
    for (const epsilon of [0.1, 0.05, 0.02]) {
      const n = calibrationSize(0.1, epsilon, 0.1)
      expect(coverageWithin(n, 0.1, epsilon, 0.1)).toBe(true)
      expect(coverageWithin(n - 1, 0.1, epsilon, 0.1)).toBe(false)
    }
    expect(coverageWithin(3, 0.1, 0.05, 0.1)).toBe(false)
  })
})
