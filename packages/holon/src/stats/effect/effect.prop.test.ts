import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { jointMomentsOf, mergeJointMoments } from '../joint-moments.ts'
import { momentsOf, pairMomentsOf } from '../moments.ts'
import { seededRandom } from '../random/seeded.ts'
import { alwaysValidTest } from './always-valid.ts'
import { meanArm, proportionArm, ratioArm } from './arm.ts'
import { decisiveEstimates, normalRisk, posteriorEffect } from './bayesian.ts'
import { compareMeans } from './compare-means.ts'
import { adjustByCovariate, adjustedRatioLift } from './covariate.ts'
import { type Effect, effectOf } from './effect.ts'
import { fixedSampleTest } from './fixed-sample.ts'
import { additionalData, powerAfter } from './mid-experiment.ts'

const arm = fc.record({
  n: fc.integer({ min: 2, max: 10_000 }),
  mean: fc.double({ min: 0.1, max: 50, noNaN: true }),
  variance: fc.double({ min: 0.01, max: 100, noNaN: true }),
})
const alternative = fc.constantFrom('two-sided' as const, 'greater' as const, 'less' as const)

describe('effectOf', () => {
  test('does not depend on the unit of the measure where relative', () => {
    fc.assert(
      fc.property(arm, arm, fc.double({ min: 0.01, max: 100, noNaN: true }), (a, b, unit) => {
        const scaled = [a, b].map((x) => ({
          n: x.n,
          mean: x.mean * unit,
          variance: x.variance * unit * unit,
        }))
        const plain = effectOf(a, b)
        const other = effectOf(scaled[0] ?? a, scaled[1] ?? b)
        expect(other?.estimate).toBeCloseTo(plain?.estimate ?? Number.NaN, 8)
        expect((other?.deviation ?? 0) / (plain?.deviation ?? 1)).toBeCloseTo(1, 8)
      }),
    )
  })

  test('is undefined without evidence', () => {
    const good = proportionArm(4, 10)
    expect(effectOf(proportionArm(0, 0), good)).toBeUndefined()
    expect(effectOf(meanArm(momentsOf([3])), good)).toBeUndefined()
    expect(effectOf(meanArm(momentsOf([3, 3])), good)).toBeUndefined()
    expect(effectOf(meanArm(momentsOf([-1, 1])), good)).toBeUndefined()
    expect(effectOf(meanArm(momentsOf([-1, 1])), good, 'absolute')?.estimate).toBeCloseTo(0.4, 12)
  })
})

describe.each([
  ['fixed-sample', fixedSampleTest],
  ['always-valid', alwaysValidTest],
])('the %s test', (_, testEffect) => {
  test('has a p-value below alpha exactly where the interval leaves 0 out', () => {
    fc.assert(
      fc.property(arm, arm, alternative, fc.constantFrom(0.01, 0.05, 0.2), (a, b, direction, alpha) => {
        const effect = effectOf(a, b)
        if (effect === undefined) return
        const { interval, pValue } = testEffect(effect, { alternative: direction, alpha })
        const excludes = interval.lower > 0 || interval.upper < 0
        if (Math.abs(pValue - alpha) > 1e-9) expect(excludes).toBe(pValue < alpha)
        expect(interval.lower).toBeLessThanOrEqual(effect.estimate)
        expect(interval.upper).toBeGreaterThanOrEqual(effect.estimate)
      }),
    )
  })
})

test('an always-valid interval is wider than a fixed one, and tightest where it was tuned', () => {
  const effect: Effect = { estimate: 0.1, deviation: 0.05, n: 5000, freedom: 4998 }
  const width = (tightAt: number): number => {
    const { lower, upper } = alwaysValidTest(effect, { tightAt }).interval
    return upper - lower
  }
  const fixed = fixedSampleTest(effect).interval
  expect(width(5000)).toBeGreaterThan(fixed.upper - fixed.lower)
  expect(width(5000)).toBeLessThan(width(100))
  expect(width(5000)).toBeLessThan(width(100_000))
})

describe('posteriorEffect', () => {
  const effect = fc.record({
    estimate: fc.double({ min: -2, max: 2, noNaN: true }),
    deviation: fc.double({ min: 0.01, max: 2, noNaN: true }),
  })

  test('loses by keeping, minus what it loses by shipping, the effect itself', () => {
    fc.assert(
      fc.property(effect, ({ estimate, deviation }) => {
        const { ofKeeping, ofShipping } = normalRisk(estimate, deviation)
        expect(ofKeeping - ofShipping).toBeCloseTo(estimate, 10)
        expect(Math.min(ofKeeping, ofShipping)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  test('lies between prior and data, and is surer than either', () => {
    fc.assert(
      fc.property(effect, effect, (data, belief) => {
        const prior = { mean: belief.estimate, variance: belief.deviation ** 2 }
        const { mean, deviation } = posteriorEffect(data, { prior })
        expect(mean).toBeGreaterThanOrEqual(Math.min(prior.mean, data.estimate) - 1e-12)
        expect(mean).toBeLessThanOrEqual(Math.max(prior.mean, data.estimate) + 1e-12)
        expect(deviation).toBeLessThanOrEqual(Math.min(data.deviation, belief.deviation))
      }),
    )
  })

  test('is the data alone under a flat prior', () => {
    const { mean, deviation, interval, chanceToWin } = posteriorEffect({ estimate: 0.3, deviation: 0.1 })
    expect([mean, deviation]).toEqual([expect.closeTo(0.3, 12), expect.closeTo(0.1, 12)])
    expect(interval.lower).toBeCloseTo(0.3 - 0.1959963984540054, 12)
    expect(chanceToWin).toBeCloseTo(0.9986501, 6)
  })
})

describe('additionalData', () => {
  const effect: Effect = { estimate: 0.02, deviation: 0.04, n: 1000, freedom: 998 }

  test.each([undefined, 2000])('brings the wanted power (tuned at %s)', (tightAt) => {
    const goal = { trueEffect: 0.05, ...(tightAt === undefined ? {} : { tightAt }) }
    const more = additionalData(effect, goal)
    expect(powerAfter(effect, goal, 1 + more)).toBeCloseTo(0.8, 8)
  })

  test('is nothing where the data suffice, and endless where no data would', () => {
    expect(additionalData(effect, { trueEffect: 0.5 })).toBe(0)
    expect(additionalData(effect, { trueEffect: 0 })).toBe(Infinity)
  })
})

describe('compareMeans', () => {
  test('turns around with its arms', () => {
    fc.assert(
      fc.property(arm, arm, (a, b) => {
        const there = compareMeans(a, b)
        const back = compareMeans(b, a)
        expect(back.effect).toBeCloseTo(-there.effect, 10)
        expect(back.pValue).toBeCloseTo(there.pValue, 10)
        const logs = Math.log1p(back.relativeInterval.lower) + Math.log1p(there.relativeInterval.upper)
        // Close to -1 too few digits are left to see it.
        if (back.relativeInterval.lower > -0.99) expect(logs).toBeCloseTo(0, 9)
      }),
    )
  })

  test('is the textbook test where variances are equal', () => {
    // Two groups of Student's sleep data (1908): pooled t = -1.8608, p = 0.07919.
    const first = momentsOf([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2])
    const second = momentsOf([1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4])
    const result = compareMeans(meanArm(second), meanArm(first), { equalVariances: true })
    expect(result.statistic).toBeCloseTo(-1.8608, 4)
    expect(result.pValue).toBeCloseTo(0.07919, 5)
    const welch = compareMeans(meanArm(second), meanArm(first))
    expect(welch.pValue).toBeCloseTo(0.07939, 5)
    expect(compareMeans(meanArm(second), meanArm(first), { normal: true }).pValue).toBeLessThan(result.pValue)
  })
})

describe('adjustByCovariate', () => {
  const random = seededRandom('covariate')
  const armOf = (lift: number) => {
    const before = Array.from({ length: 400 }, () => 5 + 10 * random.next())
    const after = before.map((value) => value + lift + 2 * random.next())
    const ones = before.map(() => 1)
    return jointMomentsOf([after, ones, before, ones])
  }
  const columns = { numerator: 0, denominator: 1, covariateNumerator: 2, covariateDenominator: 3 }

  test('keeps the effect and takes out variance', () => {
    const [control, treatment] = [armOf(0), armOf(1)]
    const adjusted = adjustByCovariate(control, treatment, columns)
    const effect = adjusted.treatment.mean - adjusted.control.mean
    expect(effect).toBeGreaterThan(0.85)
    expect(effect).toBeLessThan(1.15)
    expect(adjusted.theta).toBeCloseTo(1, 1)
    expect(adjusted.control.variance).toBeLessThan(0.1 * ((control.products[0]?.[0] ?? 0) / (control.n - 1)))
  })

  test('changes nothing with a covariate that does not vary', () => {
    const flat = (values: number[]) =>
      jointMomentsOf([values, ...[1, 1, 1].map((one) => values.map(() => one))])
    const { theta, control } = adjustByCovariate(flat([1, 2, 4]), flat([2, 3, 9]), columns)
    expect(theta).toBe(0)
    expect(control.mean).toBeCloseTo(7 / 3, 12)
  })

  test('gives a lift that turns around with the sign of the measure', () => {
    const negated = (moments: ReturnType<typeof armOf>) => ({
      n: moments.n,
      means: moments.means.map((mean, i) => (i % 2 === 0 ? -mean : mean)),
      products: moments.products.map((row, i) => row.map((v, j) => (i % 2 === j % 2 ? v : -v))),
    })
    const [control, treatment] = [armOf(0), armOf(0.5)]
    const plain = adjustedRatioLift(control, treatment, columns, 0.4)
    const turned = adjustedRatioLift(negated(control), negated(treatment), columns, 0.4)
    expect(turned.lift).toBeCloseTo(-plain.lift, 12)
    expect(turned.deviation).toBeCloseTo(plain.deviation, 12)
  })
})

test('joint moments merge to those of all rows', () => {
  const value = fc.double({ min: -100, max: 100, noNaN: true })
  const rows = fc.array(fc.tuple(value, value, value), { minLength: 1, maxLength: 20 })
  const of = (list: readonly (readonly [number, number, number])[]) =>
    jointMomentsOf([0, 1, 2].map((column) => list.map((row) => row[column] ?? 0)))
  fc.assert(
    fc.property(rows, rows, (a, b) => {
      const merged = mergeJointMoments(of(a), of(b))
      const all = of([...a, ...b])
      expect(merged.n).toBe(all.n)
      for (const [i, row] of all.products.entries()) {
        for (const [j, product] of row.entries()) expect(merged.products[i]?.[j]).toBeCloseTo(product, 5)
      }
    }),
  )
  expect(() => jointMomentsOf([[1, 2], [1]])).toThrow('differ in length')
})

test('the arm of a ratio is that of the mean where every denominator is 1', () => {
  const values = [1, 4, 4, 9]
  const ratio = ratioArm(pairMomentsOf(values, [1, 1, 1, 1]))
  const mean = meanArm(momentsOf(values))
  expect(ratio.mean).toBeCloseTo(mean.mean, 12)
  expect(ratio.variance).toBeCloseTo(mean.variance, 12)
})

describe('decisiveEstimates', () => {
  const positive = fc.double({ min: 0.01, max: 10, noNaN: true })
  const mean = fc.double({ min: -2, max: 2, noNaN: true })

  test('are those whose credible interval ends at 0', () => {
    fc.assert(
      fc.property(positive, positive, mean, (deviation, variance, at) => {
        const prior = { mean: at, variance }
        const { lower, upper } = decisiveEstimates(deviation, { prior })
        const above = posteriorEffect({ estimate: upper, deviation }, { prior }).interval
        const below = posteriorEffect({ estimate: lower, deviation }, { prior }).interval
        expect(above.lower).toBeCloseTo(0, 6)
        expect(below.upper).toBeCloseTo(0, 6)
      }),
    )
  })

  test('make the power of a flat prior that of a fixed sample, and of a narrow one less', () => {
    const effect: Effect = { estimate: 0, deviation: 1, n: 100, freedom: 98 }
    const goal = { trueEffect: 2.5 }
    const flat = powerAfter(effect, { ...goal, prior: { mean: 0, variance: 1e12 } }, 1)
    expect(flat).toBeCloseTo(powerAfter(effect, goal, 1), 6)
    expect(powerAfter(effect, { ...goal, prior: { mean: 0, variance: 0.5 } }, 1)).toBeLessThan(flat / 2)
  })
})
