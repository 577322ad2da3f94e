import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maximize, orderByUtility } from './maximize.ts'

const value = fc.double({ min: -1000, max: 1000, noNaN: true })
const ends = fc.tuple(value, value).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }))

describe('maximize over a range', () => {
  test('finds the only peak, wherever it is, and stays inside', () => {
    fc.assert(
      fc.property(ends, value, fc.integer({ min: 2, max: 40 }), (range, peak, points) => {
        const inside = Math.min(range.to, Math.max(range.from, peak))
        const { at, utility } = maximize({ ...range, points }, (x) => -Math.abs(x - peak))
        expect(at).toBeGreaterThanOrEqual(range.from)
        expect(at).toBeLessThanOrEqual(range.to)
        expect(Math.abs(at - inside)).toBeLessThan(1e-8)
        expect(utility).toBe(-Math.abs(at - peak))
      }),
    )
  })

  test('is never worse than any value of its grid', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 8 }), (heights) => {
        const bumpy = (x: number) => heights.reduce((sum, height, k) => sum + height * Math.sin(k * x + k), 0)
        const { utility } = maximize({ from: 0, to: 6, points: 13 }, bumpy)
        for (let i = 0; i <= 12; i += 1) expect(utility).toBeGreaterThanOrEqual(bumpy(i / 2) - 1e-9)
      }),
    )
  })

  test('takes the smallest of equally good values, and respects what is forbidden', () => {
    expect(maximize({ from: 2, to: 5 }, () => 1)).toEqual({ at: 2, utility: 1 })
    expect(maximize({ from: -1, to: 1 }, (x) => x * x).at).toBe(-1)
    const { at } = maximize({ from: 0, to: 10 }, (x) => (x > 4 ? -Infinity : x))
    expect(at).toBeLessThanOrEqual(4)
    expect(at).toBeGreaterThan(4 - 1e-9)
    expect(maximize({ from: 3, to: 3 }, (x) => x)).toEqual({ at: 3, utility: 3 })
  })

  test('refuses ranges and utilities that are none', () => {
    expect(() => maximize({ from: 1, to: 0 }, (x) => x)).toThrow('a range from 1 to 0')
    expect(() => maximize({ from: 0, to: Infinity }, (x) => x)).toThrow('a range from 0 to Infinity')
    expect(() => maximize({ from: 0, to: 1, points: 1 }, (x) => x)).toThrow('points is 1')
    expect(() => maximize({ from: 0, to: 1 }, () => Number.NaN)).toThrow('the utility of 0 is not a number')
  })
})

describe('maximize over a list', () => {
  test('takes the best, the smallest of equal ones, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1 }), (values) => {
        const { at, utility } = maximize(values, (x) => -(x * x))
        expect(utility).toBe(Math.max(...values.map((x) => -(x * x))))
        expect(at).toBe(Math.min(...values.filter((x) => x * x === -utility)))
      }),
    )
  })

  test('refuses an empty one', () => {
    expect(() => maximize([], (x) => x)).toThrow('no values')
  })
})

describe('orderByUtility', () => {
  test('falls, keeps every item, and keeps the order of equal ones', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 })), (worths) => {
        const items = worths.map((worth, place) => ({ worth, place }))
        const order = orderByUtility(items, ({ worth }) => worth)
        expect(order.map(({ place }) => place).sort((a, b) => a - b)).toEqual(items.map((_, i) => i))
        for (const [i, item] of order.entries()) {
          const before = order[i - 1]
          if (before === undefined) continue
          expect(before.worth).toBeGreaterThanOrEqual(item.worth)
          if (before.worth === item.worth) expect(before.place).toBeLessThan(item.place)
        }
      }),
    )
  })

  test('bears infinite utilities and refuses NaN', () => {
    expect(orderByUtility([1, -Infinity, Infinity, Infinity], (x) => x)).toEqual([
      Infinity,
      Infinity,
      1,
      -Infinity,
    ])
    expect(() => orderByUtility(['a'], () => Number.NaN)).toThrow('an item is not a number')
  })
})
