import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wilsonInterval } from '../interval/wilson.ts'
import { chanceOfYes, equaliseRate } from './equalise.ts'
import { impliedFalsePositiveRate } from './incompatible.ts'
import { standardisedDifference } from './standardised-difference.ts'
import { standardisedRates } from './strata.ts'

const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.constantFrom(0, 1)), { minLength: 1 })
const groupOf = (list: readonly (readonly [number, number])[]) => ({
  scores: list.map(([score]) => score / 10),
  labels: list.map(([, label]) => label),
})
const unit = fc.double({ min: 0, max: 1, noNaN: true })

describe('equaliseRate', () => {
  test('gives every group the wanted rate, whatever its scores', () => {
    fc.assert(
      fc.property(rows, rows, unit, (first, second, target) => {
        const groups = { first: groupOf(first), second: groupOf(second) }
        const thresholds = equaliseRate(groups, { rate: 'recall', target })
        for (const name of ['first', 'second'] as const) {
          const due = groups[name].scores.filter((_, row) => groups[name].labels[row] === 1)
          const threshold = thresholds[name]
          expect(threshold === undefined).toBe(due.length === 0)
          if (threshold === undefined) continue
          const yes = due.reduce((sum, score) => sum + chanceOfYes(threshold, score), 0)
          expect(yes / due.length).toBeCloseTo(target, 10)
          expect(threshold.share).toBeGreaterThanOrEqual(0)
          expect(threshold.share).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  test('never prefers the lower score', () => {
    fc.assert(
      fc.property(rows, unit, unit, unit, (list, target, a, b) => {
        const threshold = equaliseRate({ g: groupOf(list) }, { rate: 'selectionRate', target }).g
        if (threshold === undefined) return
        expect(chanceOfYes(threshold, Math.max(a, b))).toBeGreaterThanOrEqual(
          chanceOfYes(threshold, Math.min(a, b)),
        )
      }),
    )
  })
})

describe('impliedFalsePositiveRate', () => {
  test('is the one that a confusion table has', () => {
    const cell = fc.integer({ min: 1, max: 500 })
    fc.assert(
      fc.property(cell, cell, cell, cell, (tp, fp, fn, tn) => {
        const quality = {
          baseRate: (tp + fn) / (tp + fp + fn + tn),
          precision: tp / (tp + fp),
          recall: tp / (tp + fn),
        }
        expect(impliedFalsePositiveRate(quality)).toBeCloseTo(fp / (fp + tn), 10)
      }),
    )
  })

  test('is 0 only where nobody is wrong', () => {
    expect(impliedFalsePositiveRate({ baseRate: 0.3, precision: 1, recall: 1 })).toBe(0)
    expect(impliedFalsePositiveRate({ baseRate: 0.3, precision: 0, recall: 0.5 })).toBe(Infinity)
  })
})

describe('standardisedDifference', () => {
  const rate = (positive: number, n: number) => ({ value: positive / n, n, ...wilsonInterval(positive, n) })

  test('is the difference of the standardised rates', () => {
    const cell = fc
      .tuple(fc.nat(30), fc.integer({ min: 1, max: 30 }))
      .map(([a, b]) => ({ positive: a, n: a + b }))
    fc.assert(
      fc.property(
        fc.array(fc.record({ first: cell, second: cell }), { minLength: 1, maxLength: 5 }),
        (strata) => {
          const found = standardisedDifference(
            strata.map(({ first, second }) => ({
              first: rate(first.positive, first.n),
              second: rate(second.positive, second.n),
            })),
          )
          const { first, second } = standardisedRates(strata)
          expect(found?.value).toBeCloseTo(first - second, 10)
          expect(found?.covers).toBe(1)
        },
      ),
    )
  })

  test('leaves out strata where one group is not, and says how much that is', () => {
    const none = { value: 0, n: 0, lower: 0, upper: 1 }
    const found = standardisedDifference([
      { first: rate(5, 10), second: rate(2, 10) },
      { first: rate(60, 60), second: none },
    ])
    expect(found?.value).toBeCloseTo(0.3, 12)
    expect(found?.covers).toBe(0.25)
    expect(standardisedDifference([{ first: rate(5, 10), second: none }])).toBeUndefined()
  })
})
