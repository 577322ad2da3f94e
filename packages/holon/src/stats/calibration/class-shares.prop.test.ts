import { describe, expect, test } from 'vitest'
import { binomialQuantile } from '../distribution/binomial.ts'
import { normalQuantile } from '../distribution/normal.ts'
import { seededRandom } from '../random/seeded.ts'
import { applyCalibration, sigmoid } from './apply.ts'
import { estimateBaseRate, estimateClassShares } from './class-shares.ts'

/** Two normal classes one apart from 0, seen by a model that is calibrated where half of the rows are positive. */
function rowsWith(rate: number, n: number, seed: string | number) {
  const random = seededRandom(seed)
  const labels = Array.from({ length: n }, () => random.next() < rate)
  const probabilities = labels.map((positive) =>
    sigmoid(2 * ((positive ? 1 : -1) + normalQuantile(Math.max(1e-12, random.next())))),
  )
  return { labels, probabilities }
}

describe('estimateBaseRate', () => {
  test('covers the true rate as often as promised, and rarely sees a change where there is none', () => {
    const rounds = 300
    for (const rate of [0.05, 0.5]) {
      let missed = 0
      let alarms = 0
      for (let round = 0; round < rounds; round += 1) {
        const { probabilities } = rowsWith(rate, 150, `${rate} ${round}`)
        const { interval, pValue } = estimateBaseRate(probabilities, 0.5, { confidence: 0.9 })
        if (interval.lower > rate || interval.upper < rate) missed += 1
        if (pValue < 0.1) alarms += 1
      }
      // Asymptotic: a little slack on the promised tenth.
      expect(missed).toBeLessThan(binomialQuantile(0.9999, rounds, 0.12))
      expect(missed).toBeGreaterThan(binomialQuantile(0.0001, rounds, 0.07))
      if (rate === 0.5) expect(alarms).toBeLessThan(binomialQuantile(0.9999, rounds, 0.12))
      else expect(alarms).toBe(rounds)
    }
  })

  test('makes the probabilities hold again', () => {
    const { labels, probabilities } = rowsWith(0.1, 20_000, 'again')
    const { rate } = estimateBaseRate(probabilities, 0.5)
    expect(rate).toBeCloseTo(0.1, 2)
    const moved = probabilities.map((p) => applyCalibration({ method: 'base-rate', from: 0.5, to: rate }, p))
    const mean = moved.reduce((a, b) => a + b) / moved.length
    expect(mean).toBeCloseTo(labels.filter(Boolean).length / labels.length, 2)
    // A fixed point of the estimate: the mean of what it makes of the rows is the rate itself.
    expect(mean).toBeCloseTo(rate, 6)
  })

  test('says little from rows that say little, and bears shares of 0', () => {
    expect(estimateBaseRate([0.3, 0.3, 0.3], 0.3)).toEqual({
      rate: 0.3,
      interval: { lower: 0, upper: 1 },
      pValue: 1,
    })
    const { rate, interval } = estimateBaseRate(new Array<number>(200).fill(0.01), 0.5)
    expect(rate).toBeLessThan(1e-6)
    expect(interval.lower).toBe(0)
    expect(interval.upper).toBeLessThan(0.05)
    expect(estimateBaseRate([1, 1, 0], 0.5).rate).toBeCloseTo(2 / 3, 9)
  })
})

describe('estimateClassShares', () => {
  test('of two classes agree with the base rate, in either order', () => {
    const { probabilities } = rowsWith(0.3, 100, 'order')
    const one = estimateBaseRate(probabilities, 0.5)
    const rows = probabilities.map((p) => [1 - p, p])
    const { shares, intervals, pValue } = estimateClassShares(rows, [0.5, 0.5])
    expect(shares[1]).toBeCloseTo(one.rate, 8)
    expect(intervals[1]?.lower).toBeCloseTo(one.interval.lower, 6)
    expect(intervals[0]?.upper).toBeCloseTo(1 - one.interval.lower, 6)
    expect(pValue).toBeCloseTo(one.pValue, 8)
  })

  test('of certain rows are their counts', () => {
    const rows = [0, 0, 0, 1, 1, 2].map((k) => [0, 1, 2].map((j) => Number(j === k)))
    const { shares, intervals } = estimateClassShares(rows, [0.2, 0.3, 0.5])
    for (const [k, share] of [1 / 2, 1 / 3, 1 / 6].entries()) {
      expect(shares[k]).toBeCloseTo(share, 9)
      expect(intervals[k]?.lower).toBeLessThan(share)
      expect(intervals[k]?.upper).toBeGreaterThan(share)
    }
  })

  test('refuse what does not fit', () => {
    expect(() => estimateClassShares([[0.5, 0.5]], [0.2, 0.3, 0.5])).toThrow('2 probabilities for 3 classes')
    expect(() => estimateClassShares([[1.5, 0.5]], [0.5, 0.5])).toThrow('1.5')
    expect(() => estimateBaseRate([0.5], 0)).toThrow('trainedRate is 0')
    expect(() => estimateBaseRate([], 0.5)).toThrow('cannot be paired')
  })
})
