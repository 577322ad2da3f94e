import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { costThreshold } from '../threshold/cost.ts'
import { bestExperience, expectedUtilities } from './classes.ts'
import { neverBest, utilityEnvelope } from './envelope.ts'
import { decayed, grownCost } from './habituation.ts'
import { bestLineAt, expectedUtilityAt, indifference, type UtilityLine, utilityLine } from './line.ts'

const share = fc.double({ min: 0, max: 1, noNaN: true })
// Few distinct values, so that equal lines, shared ends and lines through one point are common.
const coarse = fc.integer({ min: -4, max: 4 })
const fine = fc.double({ min: -10, max: 10, noNaN: true })
const lines = fc.array(fc.record({ whenTrue: fc.oneof(coarse, fine), whenFalse: fc.oneof(coarse, fine) }), {
  minLength: 1,
  maxLength: 12,
})

const at = (given: readonly UtilityLine[], index: number, p: number): number => {
  const line = given[index]
  return line === undefined ? Number.NaN : expectedUtilityAt(line, p)
}

describe('utilityEnvelope', () => {
  test('names an experience of highest expected utility at every probability', () => {
    fc.assert(
      fc.property(lines, share, (given, p) => {
        const best = Math.max(...given.map((line) => expectedUtilityAt(line, p)))
        const covering = utilityEnvelope(given).filter(({ from, to }) => from <= p && p <= to)
        expect(covering.length).toBeGreaterThan(0)
        for (const { index } of covering) expect(at(given, index, p)).toBeCloseTo(best, 9)
        // Nothing is above the best; it may be 0 of the other sign.
        expect(at(given, bestLineAt(given, p), p)).toBeGreaterThanOrEqual(best)
      }),
    )
  })

  test('covers 0 to 1 without gaps, names nothing twice, and tells the rest', () => {
    fc.assert(
      fc.property(lines, (given) => {
        const stretches = utilityEnvelope(given)
        expect(stretches[0]?.from).toBe(0)
        expect(stretches.at(-1)?.to).toBe(1)
        for (const [i, { from, to }] of stretches.entries()) {
          expect(to).toBeGreaterThan(from)
          if (i > 0) expect(from).toBe(stretches[i - 1]?.to)
        }
        const named = stretches.map(({ index }) => index)
        expect([...named, ...neverBest(given)].sort((a, b) => a - b)).toEqual(given.map((_, i) => i))
      }),
    )
  })

  test('neighbours are worth the same at the threshold between them', () => {
    fc.assert(
      fc.property(lines, (given) => {
        for (const [i, { index, to }] of utilityEnvelope(given).entries()) {
          const next = utilityEnvelope(given)[i + 1]
          if (next !== undefined) expect(at(given, index, to)).toBeCloseTo(at(given, next.index, to), 9)
        }
      }),
    )
  })

  test('lets the first of equal lines stand for all, and leaves out one that is best at a point only', () => {
    const low = { whenTrue: 0, whenFalse: 1 }
    const high = { whenTrue: 1, whenFalse: 0 }
    const through = { whenTrue: 0.5, whenFalse: 0.5 }
    expect(utilityEnvelope([through, high, low, low, high])).toEqual([
      { index: 2, from: 0, to: 0.5 },
      { index: 1, from: 0.5, to: 1 },
    ])
    expect(neverBest([through, high, low, low, high])).toEqual([0, 3, 4])
    expect(utilityEnvelope([])).toEqual([])
  })

  test('does not change when every worth is shifted or scaled', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ whenTrue: coarse, whenFalse: coarse })), (given) => {
        const moved = given.map(({ whenTrue, whenFalse }) => ({
          whenTrue: 4 * whenTrue + 8,
          whenFalse: 4 * whenFalse + 8,
        }))
        expect(utilityEnvelope(moved)).toEqual(utilityEnvelope(given))
      }),
    )
  })

  test('has the thresholds of Elkan and of Chow as special cases', () => {
    const cost = fc.double({ min: 0.01, max: 100, noNaN: true })
    fc.assert(
      fc.property(cost, cost, (c10, c01) => {
        const predictNegative = { whenTrue: -c01, whenFalse: 0 }
        const predictPositive = { whenTrue: 0, whenFalse: -c10 }
        const [negative, positive] = utilityEnvelope([predictNegative, predictPositive])
        expect(negative?.to).toBe(costThreshold({ c00: 0, c10, c01, c11: 0 }))
        expect(positive?.index).toBe(1)
      }),
    )
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.49, noNaN: true }), (handOver) => {
        const thresholds = utilityEnvelope([
          { whenTrue: -1, whenFalse: 0 },
          { whenTrue: -handOver, whenFalse: -handOver },
          { whenTrue: 0, whenFalse: -1 },
        ]).map(({ from }) => from)
        expect(thresholds).toEqual([0, handOver, 1 - handOver].map((p) => expect.closeTo(p, 12)))
      }),
    )
  })

  test('bears extreme worths and refuses those that are none', () => {
    const extreme = utilityEnvelope([
      { whenTrue: -1e300, whenFalse: 1e300 },
      { whenTrue: 1e300, whenFalse: -1e300 },
    ])
    expect(extreme.map(({ to }) => to)).toEqual([0.5, 1])
    for (const whenTrue of [Number.NaN, Infinity, 1e301])
      expect(() => utilityEnvelope([{ whenTrue, whenFalse: 0 }])).toThrow('a utility is')
  })
})

test('indifference knows no place where one line is never worse', () => {
  const line = { whenTrue: 1, whenFalse: 0 }
  expect(indifference(line, { whenTrue: 2, whenFalse: 1 })).toBeUndefined()
  expect(indifference(line, { whenTrue: 2, whenFalse: 0 })).toBeUndefined()
  expect(indifference(line, { whenTrue: 0, whenFalse: 1 })).toBe(0.5)
  expect(indifference(line, { whenTrue: Number.NaN, whenFalse: 1 })).toBeUndefined()
})

describe('utilityLine', () => {
  test('shifts both ends by a cost that grows with what is remembered', () => {
    const worth = { right: 1, wrong: -1, interrupting: -0.1, growth: 0.5 }
    expect(utilityLine(worth)).toEqual({ whenTrue: 0.9, whenFalse: -1.1 })
    expect(utilityLine(worth, 2)).toEqual({ whenTrue: 0.8, whenFalse: -1.2 })
  })

  test('is chosen less the more interruptions are remembered', () => {
    const nothing = { whenTrue: 0, whenFalse: 0 }
    const worth = { right: 1, wrong: -1, interrupting: -0.1, growth: 0.5 }
    const thresholds = [0, 1, 4, 10].map(
      (count) => utilityEnvelope([nothing, utilityLine(worth, count)])[1]?.from ?? 1,
    )
    expect(thresholds).toEqual([0.55, 0.575, 0.65, 0.8].map((p) => expect.closeTo(p, 12)))
  })

  test('refuses what would reward interrupting', () => {
    expect(() => utilityLine({ right: 1, wrong: 0, interrupting: 0.1 })).toThrow('cost of interrupting')
    expect(() => grownCost(-1, -0.1, 1)).toThrow('growth is -0.1')
    expect(() => grownCost(-1, 0.1, Number.NaN)).toThrow('count is NaN')
  })
})

describe('decayed', () => {
  test('halves every half-life and does not depend on how the time is cut up', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 100, noNaN: true }), share, share, (count, a, b) => {
        expect(decayed(count, 3, 3)).toBeCloseTo(count / 2, 12)
        expect(decayed(decayed(count, a, 3), b, 3)).toBeCloseTo(decayed(count, a + b, 3), 9)
      }),
    )
  })

  test('refuses time that runs backwards', () => {
    expect(() => decayed(1, -1, 1)).toThrow('elapsed is -1')
    expect(() => decayed(1, 1, 0)).toThrow('halfLife is 0')
  })
})

describe('more than two classes', () => {
  test('two classes agree with the line', () => {
    fc.assert(
      fc.property(lines, share, (given, p) => {
        const utilities = expectedUtilities(
          given.map(({ whenTrue, whenFalse }) => [whenTrue, whenFalse]),
          [p, 1 - p],
        )
        for (const [i, utility] of utilities.entries()) expect(utility).toBeCloseTo(at(given, i, p), 12)
      }),
    )
  })

  test('takes the first of equal ones and refuses what does not fit', () => {
    const flipped = [
      [1, 0],
      [0, 1],
      [1, 0],
    ]
    expect(bestExperience(flipped, [0.5, 0.5])).toBe(0)
    expect(() => bestExperience([[1]], [0.5, 0.5])).toThrow('for 1 classes')
    expect(() => bestExperience([], [1])).toThrow('nothing to choose')
    expect(() => bestExperience([[Number.NaN]], [1])).toThrow('not a number')
    expect(() => expectedUtilities([[1]], [1.5])).toThrow('1.5')
  })
})
