import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalCdf } from '../distribution/normal.ts'
import { seededRandom } from '../random/seeded.ts'
import { costThreshold, negativeMultiplier, shiftBaseRate } from './cost.ts'
import { accuracy, balancedAccuracy, type Criterion, fBeta, leastCost, matthews, youden } from './criteria.ts'
import { bestThreshold, bestThresholdBy } from './from-data.ts'
import { rejectOption } from './reject-option.ts'

const share = fc.double({ min: 0.01, max: 0.99, noNaN: true })
const utility = fc.double({ min: -10, max: 10, noNaN: true })

describe('costThreshold', () => {
  test('is where both predictions cost the same', () => {
    const cost = fc.double({ min: 0.01, max: 100, noNaN: true })
    fc.assert(
      fc.property(cost, cost, cost, cost, (c00, over, c11, more) => {
        const [c10, c01] = [c00 + over, c11 + more]
        const p = costThreshold({ c00, c10, c01, c11 })
        expect((1 - p) * c10 + p * c11).toBeCloseTo((1 - p) * c00 + p * c01, 8)
      }),
    )
  })

  test('refuses a matrix that makes one prediction best always', () => {
    expect(() => costThreshold({ c00: 2, c10: 1, c01: 5, c11: 0 })).toThrow('dominates')
  })

  test('weights negatives so that the standard threshold stands for the wanted one', () => {
    expect(negativeMultiplier(1 / 6)).toBeCloseTo(0.2, 12)
    expect(negativeMultiplier(0.3, 0.3)).toBeCloseTo(1, 12)
  })
})

test('shiftBaseRate moves there and back, and changes nothing between equal rates', () => {
  fc.assert(
    fc.property(share, share, share, (p, a, b) => {
      expect(shiftBaseRate(shiftBaseRate(p, a, b), b, a)).toBeCloseTo(p, 8)
      expect(shiftBaseRate(p, a, a)).toBeCloseTo(p, 10)
      expect(shiftBaseRate(a, a, b)).toBeCloseTo(b, 10)
    }),
  )
})

test('bestThreshold earns at least as much as any other threshold', () => {
  const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 10 }), fc.constantFrom(0, 1)), { minLength: 1 })
  const reward = fc.record({ tp: utility, fp: utility, fn: utility, tn: utility })
  fc.assert(
    fc.property(rows, reward, (pairs, worth) => {
      const scores = pairs.map(([score]) => score)
      const labels = pairs.map(([, label]) => label)
      const earned = (threshold: number): number =>
        pairs.reduce((sum, [score, label]) => {
          const accepted = score >= threshold
          return sum + (label === 1 ? (accepted ? worth.tp : worth.fn) : accepted ? worth.fp : worth.tn)
        }, 0)
      const best = bestThreshold(scores, labels, worth)
      expect(best.reward).toBeCloseTo(earned(best.threshold), 6)
      for (let threshold = 0; threshold <= 11; threshold += 1) {
        expect(best.reward).toBeGreaterThanOrEqual(earned(threshold) - 1e-6)
      }
    }),
  )
})

test.each([
  ['accuracy', accuracy, 0.85],
  ['balanced accuracy', balancedAccuracy, (6 / 8 + 11 / 12) / 2],
  ['Youden', youden, 6 / 8 + 11 / 12 - 1],
  ['F1', fBeta(), 2 / (7 / 6 + 8 / 6)],
  ['F2', fBeta(2), 5 / (7 / 6 + 4 * (8 / 6))],
  ['Matthews', matthews, (6 * 11 - 1 * 2) / Math.sqrt(7 * 8 * 12 * 13)],
  ['least cost', leastCost({ c00: 1, c10: 3, c01: 7, c11: 20 }, { positives: 2, negatives: 10 }), -408],
] as [string, Criterion, number][])('%s is as it is defined', (_, criterion, value) => {
  expect(criterion({ tp: 6, fp: 1, fn: 2, tn: 11 })).toBeCloseTo(value, 12)
})

describe('bestThresholdBy', () => {
  const rows = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 8 }), fc.constantFrom(0, 1), fc.integer({ min: 1, max: 3 })),
    { minLength: 1, maxLength: 30 },
  )
  const criteria: readonly (readonly [string, Criterion])[] = [
    ['accuracy', accuracy],
    ['balanced accuracy', balancedAccuracy],
    ['Youden', youden],
    ['F1', fBeta()],
    ['F2', fBeta(2)],
    ['Matthews', matthews],
  ]

  test.each(criteria)('finds the highest %s of all thresholds, weights counting as rows', (_, criterion) => {
    fc.assert(
      fc.property(rows, (triples) => {
        const repeated = triples.flatMap(([score, label, weight]) =>
          Array.from({ length: weight }, () => [score, label] as const),
        )
        const valueAt = (threshold: number): number => {
          const count = (label: number, accepted: boolean) =>
            repeated.filter((row) => row[1] === label && row[0] >= threshold === accepted).length
          return criterion({
            tp: count(1, true),
            fp: count(0, true),
            fn: count(1, false),
            tn: count(0, false),
          })
        }
        const best = bestThresholdBy(
          triples.map(([score]) => score),
          triples.map(([, label]) => label),
          criterion,
          triples.map(([, , weight]) => weight),
        )
        const values = [0, 1, 2, 3, 4, 5, 6, 7, 8, Infinity]
          .map(valueAt)
          .filter((value) => !Number.isNaN(value))
        if (values.length === 0) expect(best.value).toBeNaN()
        else expect(best.value).toBeCloseTo(Math.max(...values), 9)
        if (values.length > 0) expect(valueAt(best.threshold)).toBeCloseTo(best.value, 9)
      }),
    )
  })

  test('weighs precision against recall, and classes against each other', () => {
    const [scores, labels] = [
      [0.2, 0.4, 0.6, 0.9],
      [0, 1, 0, 1],
    ]
    expect(bestThresholdBy(scores, labels, fBeta(2)).threshold).toBe(0.4)
    expect(bestThresholdBy(scores, labels, fBeta(0.3)).threshold).toBe(0.9)
    const costs = { c00: 0, c10: 1, c01: 1, c11: 0 }
    expect(bestThresholdBy(scores, labels, leastCost(costs, { positives: 3 })).threshold).toBe(0.4)
    expect(bestThresholdBy(scores, labels, leastCost(costs, { negatives: 3 })).threshold).toBe(0.9)
    expect(bestThresholdBy(scores, labels, accuracy).counts).toEqual({ tp: 1, fp: 0, fn: 1, tn: 2 })
  })

  test('of a cost comes to the threshold that follows from the costs, where scores are calibrated', () => {
    const random = seededRandom('costs')
    const scores = Array.from({ length: 100_000 }, () => Math.round(random.next() * 100) / 100)
    const labels = scores.map((p) => Number(random.next() < p))
    const costs = { c00: 0, c10: 1, c01: 4, c11: 0 }
    const found = bestThresholdBy(scores, labels, leastCost(costs)).threshold
    expect(Math.abs(found - costThreshold(costs))).toBeLessThan(0.03)
  })
})

describe('rejectOption', () => {
  const classes = { means: [-1, 1], deviation: 1 } as const

  test('trades errors for hand-overs at the rate of their costs (Chow’s slope)', () => {
    for (const cost of [0.1, 0.25, 0.4]) {
      const more = rejectOption(classes, cost - 1e-4)
      const less = rejectOption(classes, cost + 1e-4)
      expect((less.error - more.error) / (more.reject - less.reject)).toBeCloseTo(cost, 5)
    }
  })

  test('hands nothing over where a guess is as cheap', () => {
    const option = rejectOption(classes, 0.5)
    expect(option).toMatchObject({ lower: 0, upper: 0, reject: 0, threshold: 0.5 })
    expect(option.error).toBeCloseTo(0.15865525393145707, 12)
  })

  test('is cheapest: no other pair of cuts costs less', () => {
    const cut = fc.double({ min: -3, max: 3, noNaN: true })
    const uneven = { ...classes, prior: 0.2 }
    const best = rejectOption(uneven, 0.15)
    fc.assert(
      fc.property(cut, cut, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)]
        const error = 0.8 * (1 - normalCdf(high, -1)) + 0.2 * normalCdf(low, 1)
        const reject =
          0.8 * (normalCdf(high, -1) - normalCdf(low, -1)) + 0.2 * (normalCdf(high, 1) - normalCdf(low, 1))
        expect(error + 0.15 * reject).toBeGreaterThanOrEqual(best.error + 0.15 * best.reject - 1e-12)
      }),
    )
  })
})
