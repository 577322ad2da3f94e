import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalQuantile } from '../distribution/normal.ts'
import { seededRandom } from '../random/seeded.ts'
import { averageEffectSequence } from './average-effect.ts'
import { bernoulliSequence } from './bernoulli.ts'
import {
  crossingProbabilities,
  nominalAlpha,
  obrienFlemingBound,
  peekingError,
  pocockBound,
  spendingBounds,
} from './group-sequential.ts'
import {
  alwaysValidPValue,
  betaBinomialMixture,
  gammaExponentialMixture,
  mixtureBound,
  normalMixture,
} from './mixture.ts'
import { bernoulliMsprt, firstRejection, normalMsprt, pathPValue } from './msprt.ts'
import { quantileAbPValue } from './quantile-ab.ts'
import { sampleRatioSequence } from './sample-ratio.ts'
import { stitchedBound } from './stitched.ts'

const tuning = { variance: 100, alpha: 0.05, sides: 2 } as const
const variance = fc.double({ min: 1, max: 1e5, noNaN: true })

describe.each([
  ['two-sided normal', normalMixture(tuning)],
  ['one-sided normal', normalMixture({ ...tuning, sides: 1 })],
  ['gamma-exponential', gammaExponentialMixture(tuning, 2)],
  ['beta-binomial', betaBinomialMixture(tuning, 0.2, 0.8)],
])('the %s mixture', (_, mixture) => {
  test('reaches the threshold at its bound, and rises with the sum', () => {
    fc.assert(
      fc.property(variance, fc.double({ min: 0.001, max: 0.2, noNaN: true }), (v, alpha) => {
        const bound = mixtureBound(mixture, v, alpha, v / 0.2)
        if (bound < v / 0.2) expect(mixture(bound, v)).toBeCloseTo(Math.log(1 / alpha), 6)
        expect(mixture(bound / 2, v)).toBeLessThan(mixture(bound, v))
        expect(mixtureBound(mixture, v, alpha / 2, v / 0.2)).toBeGreaterThanOrEqual(bound)
      }),
    )
  })

  test('is no evidence at the start', () => {
    expect(mixture(0, 1e-9)).toBeCloseTo(0, 6)
    expect(alwaysValidPValue(mixture(0, 50))).toBe(1)
  })
})

test('sums of coin flips rarely ever cross a boundary, though looked at after each', () => {
  const random = seededRandom('crossing')
  const mixture = betaBinomialMixture({ variance: 25, alpha: 0.1, sides: 2 }, 0.5, 0.5)
  let mixed = 0
  let stitched = 0
  for (let run = 0; run < 400; run += 1) {
    let sum = 0
    let highest = 0
    let over = false
    for (let n = 1; n <= 1000; n += 1) {
      sum += random.next() < 0.5 ? -0.5 : 0.5
      highest = Math.max(highest, mixture(sum, n / 4))
      over ||= sum > stitchedBound(n / 4, 0.05, { start: 5, scale: 0 }) && n >= 20
    }
    if (highest > Math.log(10)) mixed += 1
    if (over) stitched += 1
  }
  expect(mixed).toBeLessThan(40 + 3 * 6)
  expect(mixed).toBeGreaterThan(2)
  expect(stitched).toBeLessThan(20 + 3 * 4.4)
})

describe('bernoulliSequence', () => {
  test('holds the observed share and mirrors', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, share) => {
          const successes = Math.round(share * n)
          const { lower, upper } = bernoulliSequence(successes, n)
          const mirrored = bernoulliSequence(n - successes, n)
          expect(lower).toBeLessThanOrEqual(successes / n)
          expect(upper).toBeGreaterThanOrEqual(successes / n)
          expect(1 - mirrored.upper).toBeCloseTo(lower, 6)
        },
      ),
      { numRuns: 30 },
    )
    expect(bernoulliSequence(0, 0)).toEqual({ lower: 0, upper: 1 })
  })
})

describe('quantileAbPValue', () => {
  const a = Array.from({ length: 400 }, (_, i) => i)

  test('finds nothing between equal arms and much between distant ones', () => {
    expect(quantileAbPValue(a, a, 0.5)).toBe(1)
    expect(
      quantileAbPValue(
        a,
        a.map((x) => x + 200),
        0.5,
      ),
    ).toBeLessThan(1e-6)
    expect(quantileAbPValue([1, 1, 1], [1, 1], 0.9)).toBe(1)
  })

  test('sees the order only', () => {
    const b = a.map((x) => x + 60)
    const stretched = (values: readonly number[]): number[] => values.map((x) => Math.exp(x / 50))
    expect(quantileAbPValue(stretched(a), stretched(b), 0.3)).toBe(quantileAbPValue(a, b, 0.3))
  })
})

describe('averageEffectSequence', () => {
  test('estimates the effect and covers it', () => {
    const random = seededRandom('effect')
    const units = Array.from({ length: 5000 }, () => {
      const treated = random.next() < 0.5
      return { treated, outcome: Number(random.next() < (treated ? 0.6 : 0.4)) }
    })
    const { estimate, interval, pValue } = averageEffectSequence(units)
    expect(estimate).toBeCloseTo(0.2, 1)
    expect(interval.lower).toBeLessThan(0.2)
    expect(interval.upper).toBeGreaterThan(0.2)
    expect(pValue).toBeLessThan(1e-6)
  })

  test('turns around with the arms', () => {
    const units = [true, false, true, true, false].map((treated, i) => ({ treated, outcome: i % 2 }))
    const turned = units.map((unit) => ({ ...unit, treated: !unit.treated }))
    expect(averageEffectSequence(turned).estimate).toBeCloseTo(-averageEffectSequence(units).estimate, 12)
  })
})

describe('mSPRT', () => {
  test('knows a shift and forgets nothing of it', () => {
    const random = seededRandom('msprt')
    const draw = (): number => normalQuantile(random.next() * 0.999 + 5e-4)
    const x = Array.from({ length: 300 }, () => draw() + 0.8)
    const y = Array.from({ length: 300 }, draw)
    const path = normalMsprt(x, y, { sigma: 1, tau: 0.5 })
    const at = firstRejection(path, 0.05) ?? 0
    expect(at).toBeGreaterThan(1)
    expect(path[at - 1]).toBeGreaterThan(Math.log(20))
    expect(path[at - 2]).toBeLessThanOrEqual(Math.log(20))
    expect(pathPValue(path)).toBeLessThan(0.05)
    expect(normalMsprt(y, x, { sigma: 1, tau: 0.5 })).toEqual(path.map((log) => expect.closeTo(log, 9)))
  })

  test('waits for its burn-in, and has no rejection without one', () => {
    const ones = new Array<number>(150).fill(1)
    const mixed = ones.map((_, i) => i % 2)
    const path = bernoulliMsprt(ones, mixed, { tau: 0.3 })
    expect(path.slice(0, 99).every((log) => log === 0)).toBe(true)
    expect(path[149]).toBeGreaterThan(0)
    expect(firstRejection([0, 1], 0.05)).toBeUndefined()
    expect(pathPValue([])).toBe(1)
  })
})

describe('sampleRatioSequence', () => {
  const counts = fc.array(fc.tuple(fc.nat({ max: 20 }), fc.nat({ max: 20 })), { minLength: 1, maxLength: 8 })

  test('ends at the same evidence however the counts are batched', () => {
    fc.assert(
      fc.property(counts, (batches) => {
        const ratioOf = (list: readonly (readonly number[])[]): number => {
          const last = sampleRatioSequence(list, [0.3, 0.7]).at(-1)
          return (last?.logMixed ?? 0) - (last?.logDesigned ?? 0)
        }
        const total = batches.reduce(([a, b], [c, d]) => [a + c, b + d], [0, 0] as const)
        expect(ratioOf(batches)).toBeCloseTo(ratioOf([total]), 8)
      }),
    )
  })

  test('never takes a p-value back, and calls an impossible count impossible', () => {
    const steps = sampleRatioSequence(
      [
        [60, 10],
        [0, 80],
        [5, 5],
      ],
      [0.5, 0.5],
    )
    const p = steps.map((step) => step.pValue)
    expect(p).toEqual([...p].sort((a, b) => b - a))
    expect(p[0]).toBeLessThan(1e-6)
    expect(sampleRatioSequence([[1, 0]], [0, 1])[0]?.pValue).toBe(0)
  })
})

describe('group-sequential designs', () => {
  const alphas = [0.01, 0.05, 0.2]

  test.each(alphas)('cross with probability %d in all', (alpha) => {
    const looks = [1, 2, 3, 4]
    const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)
    const pocock = looks.map(() => pocockBound(4, alpha))
    const obrien = looks.map((k) => obrienFlemingBound(4, alpha) * Math.sqrt(4 / k))
    expect(sum(crossingProbabilities(looks, pocock))).toBeCloseTo(alpha, 9)
    expect(sum(crossingProbabilities(looks, obrien))).toBeCloseTo(alpha, 9)
  })

  test('are a single test at one look', () => {
    expect(pocockBound(1)).toBeCloseTo(1.959963984540054, 8)
    expect(obrienFlemingBound(1)).toBeCloseTo(1.959963984540054, 8)
    expect(peekingError(1, 0.1)).toBeCloseTo(0.1, 10)
    expect(nominalAlpha(1.959963984540054)).toBeCloseTo(0.05, 12)
  })

  test('spend as told, at unequal looks', () => {
    const information = [0.2, 0.25, 0.7, 1]
    const spent = [0.001, 0.001, 0.02, 0.05]
    const bounds = spendingBounds(information, spent)
    const crossed = crossingProbabilities(information, bounds)
    expect(crossed).toEqual([0.001, 0, 0.019, 0.03].map((p) => expect.closeTo(p, 8)))
    expect(bounds[1]).toBe(Infinity)
    expect(() => spendingBounds([0.5, 0.5], [0.01, 0.02])).toThrow('does not grow')
  })

  test('agree with a simulation of naive peeking', () => {
    const random = seededRandom('peeking')
    let rejected = 0
    for (let run = 0; run < 20_000; run += 1) {
      let sum = 0
      let crossed = false
      for (let k = 1; k <= 5; k += 1) {
        sum += normalQuantile(random.next() * (1 - 1e-12) + 5e-13)
        crossed ||= Math.abs(sum) > 1.959963984540054 * Math.sqrt(k)
      }
      if (crossed) rejected += 1
    }
    expect(Math.abs(rejected / 20_000 - peekingError(5))).toBeLessThan(0.01)
  })
})
