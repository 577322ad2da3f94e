import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '../random/seeded.ts'
import {
  calibrationSize,
  coverageDistribution,
  coverageWithin,
  coveredProbability,
} from './coverage-distribution.ts'
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
