import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { auc } from './auc.ts'
import { brierScore } from './brier.ts'
import { confusion, confusionRates, mergeConfusions } from './confusion.ts'
import { evaluateBinary } from './evaluate-binary.ts'
import { logLoss } from './log-loss.ts'
import { calibrationError, equalWidthEdges, quantileEdges, reliability } from './reliability.ts'

// Few distinct probabilities, so that ties are common.
const probability = fc.integer({ min: 0, max: 20 }).map((k) => k / 20)
const rows = fc
  .array(fc.tuple(probability, fc.constantFrom(0, 1)), { minLength: 2, maxLength: 60 })
  .map((pairs) => ({ p: pairs.map(([p]) => p), y: pairs.map(([, y]) => y) }))
const bothClasses = rows.filter(({ y }) => y.includes(0) && y.includes(1))

const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

/** The definition: every positive row against every negative one. */
function aucByPairs(p: readonly number[], y: readonly number[]): number {
  let wins = 0
  let pairs = 0
  for (const [i, a] of p.entries()) {
    for (const [j, b] of p.entries()) {
      if (y[i] !== 1 || y[j] !== 0) continue
      pairs += 1
      wins += a > b ? 1 : a === b ? 0.5 : 0
    }
  }
  return wins / pairs
}

describe('auc', () => {
  test('is the share of pairs in order', () => {
    fc.assert(
      fc.property(bothClasses, ({ p, y }) => {
        expect(auc(p, y)).toBeCloseTo(aucByPairs(p, y), 12)
      }),
    )
  })

  test('turns around when the labels do', () => {
    fc.assert(
      fc.property(bothClasses, ({ p, y }) => {
        expect(
          auc(
            p,
            y.map((label) => 1 - label),
          ),
        ).toBeCloseTo(1 - auc(p, y), 12)
      }),
    )
  })

  test('sees the order of scores only', () => {
    fc.assert(
      fc.property(bothClasses, ({ p, y }) => {
        const stretched = p.map((x) => Math.exp(5 * x) - 9)
        expect(auc(stretched, y)).toBe(auc(p, y))
      }),
    )
  })

  test('counts a fractional label as that share of a row', () => {
    expect(auc([0.2, 0.8], [0.5, 0.5])).toBeCloseTo(0.5, 14)
    expect(auc([0.2, 0.8], [0.2, 0.8])).toBeCloseTo((0.8 * (0.8 + 0.2 / 2) + 0.2 * 0.4) / 1, 14)
  })

  test('is unknown with one class, and ends where a score is NaN', () => {
    expect(auc([0.1, 0.2], [1, 1])).toBeNaN()
    expect(auc([Number.NaN, Number.NaN], [1, 0])).toBeDefined()
  })
})

describe('log loss and Brier score', () => {
  test('are those of the textbook', () => {
    expect(logLoss([0.8, 0.4], [1, 0])).toBeCloseTo(-(Math.log(0.8) + Math.log(0.6)) / 2, 14)
    expect(brierScore([0.8, 0.4], [1, 0])).toBeCloseTo(0.1, 14)
    expect(logLoss([0], [1])).toBeCloseTo(52 * Math.LN2, 10)
  })

  test('are proper: no constant beats the true rate', () => {
    fc.assert(
      fc.property(bothClasses, probability, ({ y }, other) => {
        const rate = total(y) / y.length
        const constant = (value: number) => y.map(() => value)
        expect(brierScore(constant(rate), y)).toBeLessThanOrEqual(brierScore(constant(other), y) + 1e-12)
        expect(logLoss(constant(rate), y)).toBeLessThanOrEqual(logLoss(constant(other), y) + 1e-12)
      }),
    )
  })
})

describe('confusion', () => {
  test('counts every row once, and merges', () => {
    fc.assert(
      fc.property(rows, rows, (a, b) => {
        const all = confusion([...a.p, ...b.p], [...a.y, ...b.y])
        expect(mergeConfusions(confusion(a.p, a.y), confusion(b.p, b.y))).toEqual(all)
        expect(all.tp + all.fp + all.fn + all.tn).toBe(a.y.length + b.y.length)
      }),
    )
  })

  test('gives the rates of a table', () => {
    const rates = confusionRates({ tp: 6, fp: 2, fn: 3, tn: 9 })
    expect(rates.accuracy).toBe(0.75)
    expect(rates.precision).toBe(0.75)
    expect(rates.recall).toBeCloseTo(2 / 3, 14)
    expect(rates.falsePositiveRate + rates.specificity).toBeCloseTo(1, 14)
    expect(rates.f1).toBeCloseTo(12 / 17, 14)
    expect(confusionRates({ tp: 0, fp: 0, fn: 1, tn: 1 }).precision).toBeNaN()
  })

  test('takes a probability on the threshold for positive', () => {
    expect(confusion([0.5], [1])).toEqual({ tp: 1, fp: 0, fn: 0, tn: 0 })
    expect(confusion([0.5], [1], 0.6)).toEqual({ tp: 0, fp: 0, fn: 1, tn: 0 })
  })
})

describe('reliability', () => {
  test('keeps every row and the overall means, for bins of either kind', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 12 }), ({ p, y }, bins) => {
        for (const edges of [equalWidthEdges(bins), quantileEdges(p, bins)]) {
          const curve = reliability(p, y, edges)
          const n = curve.reduce((sum, bin) => sum + bin.n, 0)
          const outcomes = curve.reduce((sum, bin) => sum + bin.n * bin.meanOutcome, 0)
          expect(n).toBe(y.length)
          expect(outcomes).toBeCloseTo(total(y), 9)
          expect(calibrationError(curve)).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  test('finds no error where frequencies equal predictions', () => {
    const p = [0.25, 0.25, 0.25, 0.25, 1, 1]
    expect(calibrationError(reliability(p, [1, 0, 0, 0, 1, 1]))).toBe(0)
  })

  test('gives an edge to the bin below it', () => {
    expect(reliability([0.5, 0.51], [0, 1], equalWidthEdges(2)).map((bin) => bin.n)).toEqual([1, 1])
  })
})

test('evaluateBinary gathers the figures', () => {
  const p = [0.1, 0.4, 0.35, 0.8]
  const y = [0, 0, 1, 1]
  const evaluation = evaluateBinary(p, y)
  expect(evaluation).toMatchObject({ n: 4, positives: 2, auc: 0.75, accuracy: 0.75 })
  expect(evaluation.brier).toBe(brierScore(p, y))
  expect(evaluation.calibrationError).toBeCloseTo((0.1 + 2 * 0.125 + 0.2) / 4, 12)
  expect(evaluateBinary(p, y, { threshold: 0.3, bins: 1 })).toMatchObject({
    accuracy: 0.75,
    reliability: [{ n: 4 }],
  })
})

test('rows that cannot be measured are refused with their place', () => {
  expect(() => evaluateBinary([0.5, 1.2], [0, 1])).toThrow('in row 1 the probability is 1.2')
  expect(() => evaluateBinary([0.5, Number.NaN], [0, 1])).toThrow('in row 1')
  expect(() => evaluateBinary([0.5, 0.6], [0, 2])).toThrow('in row 1 the label is 2')
  expect(() => evaluateBinary([], [])).toThrow('cannot be paired')
})
