import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { costThreshold, negativeMultiplier, shiftBaseRate } from './cost.ts'
import { bestThreshold } from './from-data.ts'
import { bestActions, expectedUtilityAt, indifference } from './utility-lines.ts'

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

describe('bestActions', () => {
  const lines = fc
    .array(fc.tuple(utility, utility), { minLength: 1, maxLength: 6 })
    .map((list) => list.map(([whenTrue, whenFalse], i) => ({ name: `action ${i}`, whenTrue, whenFalse })))

  test('names an action of highest expected utility at every probability', () => {
    fc.assert(
      fc.property(lines, fc.double({ min: 0, max: 1, noNaN: true }), (given, p) => {
        const chosen = bestActions(given).findLast((entry) => entry.from <= p)?.name
        const line = given.find(({ name }) => name === chosen)
        const best = Math.max(...given.map((candidate) => expectedUtilityAt(candidate, p)))
        expect(line === undefined ? Number.NaN : expectedUtilityAt(line, p)).toBeCloseTo(best, 9)
      }),
    )
  })

  test('starts at 0, ascends, and names no action twice', () => {
    fc.assert(
      fc.property(lines, (given) => {
        const best = bestActions(given)
        expect(best[0]?.from).toBe(0)
        expect(new Set(best.map((entry) => entry.name)).size).toBe(best.length)
        for (const [i, entry] of best.entries())
          expect(entry.from).toBeGreaterThanOrEqual(best[i - 1]?.from ?? 0)
      }),
    )
  })

  test('knows no indifference of parallel lines', () => {
    const line = { name: 'a', whenTrue: 1, whenFalse: 0 }
    expect(indifference(line, { name: 'b', whenTrue: 2, whenFalse: 1 })).toBeUndefined()
    expect(bestActions([])).toEqual([])
  })
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
