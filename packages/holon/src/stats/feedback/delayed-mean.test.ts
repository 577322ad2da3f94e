import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wilsonInterval } from '../interval/wilson.ts'
import { arrivalCurve, arrivedFor } from './arrival-curve.ts'
import { delayedMean } from './delayed-mean.ts'

const answers = (n: number) => ({ n, sum: n, squares: n })
const share = (sum: number, arrived: Parameters<typeof delayedMean>[0]['arrived']) =>
  delayedMean({ sum, squares: sum, arrived, isShare: true })

describe('an arrival curve', () => {
  const curve = arrivalCurve([0, 1, 4, 10], [answers(60), answers(30), answers(10)])

  test('is the shares in which answers came', () => {
    expect(curve).toMatchObject({ shares: [0.6, 0.3, 0.1], answers: 100 })
    expect(curve?.squares[0]).toBeCloseTo(60 / 10_000, 12)
  })

  test('is unknown where nothing came', () => {
    expect(arrivalCurve([0, 1, 4, 10], [answers(0), answers(0), answers(0)])).toBeUndefined()
  })

  test('weighs answers by what they changed, whatever their sign', () => {
    const paid = [
      { n: 1, sum: -30, squares: 900 },
      { n: 10, sum: -10, squares: 10 },
    ]
    expect(arrivalCurve([0, 1, 4], paid)).toMatchObject({ shares: [0.75, 0.25], answers: 11 })
  })

  test('tells what has arrived of decisions spread over its stretches', () => {
    const arrived = curve && arrivedFor(curve, [10, 0, 20])
    // Halves of 0.6 and from 0.9 to 1.
    expect(arrived?.sum).toBeCloseTo(10 * 0.3 + 20 * 0.95, 12)
    expect(arrived?.squares).toBeCloseTo(10 * 0.12 + (20 * (0.81 + 0.9 + 1)) / 3, 12)
    // Decisions older than an answer took: 25, 20 and 10 of 30; they are 22 on average.
    expect(arrived?.variance).toBeCloseTo((60 * 9 + 30 * 4 + 10 * 144) / 100 / 99, 12)
  })

  test('is sure of nothing after one answer', () => {
    const one = arrivalCurve([0, 1, 2], [answers(1), answers(0)])
    expect(one && arrivedFor(one, [5, 5]).variance).toBe(Infinity)
  })
})

describe('the mean of what is still coming', () => {
  test('is Wilson where all has come and that is known', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, part) => {
        const yes = Math.round(n * part)
        const found = share(yes, { sum: n, squares: n, variance: 0 })
        const { lower, upper } = wilsonInterval(yes, n)
        expect(found?.mean).toBe(yes / n)
        expect(found?.interval?.lower).toBeCloseTo(lower, 9)
        expect(found?.interval?.upper).toBeCloseTo(upper, 9)
      }),
    )
  })

  test('is less sure the less has come, and the less is known of when it comes', () => {
    const width = (arrived: Parameters<typeof delayedMean>[0]['arrived'], yes: number) => {
      const { lower = 0, upper = 0 } = share(yes, arrived)?.interval ?? {}
      return upper - lower
    }
    const all = width({ sum: 200, squares: 200, variance: 0 }, 20)
    const half = width({ sum: 100, squares: 60, variance: 0 }, 10)
    const doubted = width({ sum: 100, squares: 60, variance: 400 }, 10)
    expect(half).toBeGreaterThan(1.2 * all)
    expect(doubted).toBeGreaterThan(1.1 * half)
  })

  test('has no upper end below 1 where nearly nothing is known of when it comes', () => {
    const { lower, upper } = share(10, { sum: 100, squares: 60, variance: 1e6 })?.interval ?? {}
    expect(upper).toBe(1)
    expect(lower).toBeGreaterThan(0)
    expect(lower).toBeLessThan(0.1)
    expect(share(10, { sum: 100, squares: 60, variance: Infinity })?.interval).toEqual({ lower: 0, upper: 1 })
  })

  test('is bounded above where nothing came', () => {
    const { lower, upper } = share(0, { sum: 50, squares: 40, variance: 4 })?.interval ?? {}
    expect(lower).toBe(0)
    expect(upper).toBeGreaterThan(0.03)
    expect(upper).toBeLessThan(0.12)
  })

  test('is turned around for what answers take away', () => {
    const arrived = { sum: 100, squares: 80, variance: 9 }
    const up = share(10, arrived)
    const down = delayedMean({ sum: -10, squares: 10, arrived, isShare: true })
    expect(down?.mean).toBe(-(up?.mean ?? Number.NaN))
    expect(down?.interval?.lower).toBe(-(up?.interval?.upper ?? Number.NaN))
    expect(down?.interval?.upper).toBe(-(up?.interval?.lower ?? Number.NaN))
  })

  test('of amounts may be of any size and sign', () => {
    const arrived = { sum: 100, squares: 90, variance: 4 }
    const found = delayedMean({ sum: 500, squares: 20_000, arrived, isShare: false })
    expect(found?.mean).toBe(5)
    // Standard error: the root of 20,000 - 25 (90 - 4), over 100.
    expect(found?.interval?.lower).toBeGreaterThan(5 - 2.1 * Math.sqrt(17_850 / 10_000))
    expect(found?.interval?.upper).toBeLessThan(5 + 2.1 * Math.sqrt(20_000 / 10_000) + 1)
    expect(delayedMean({ sum: 0, squares: 0, arrived, isShare: false })?.interval).toBeNull()
  })

  test('is unknown where nothing can have come', () => {
    expect(share(0, { sum: 0, squares: 0, variance: 0 })).toBeUndefined()
  })
})
