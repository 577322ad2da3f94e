import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contrast, difference, multiple } from './contrast.ts'
import { wilsonInterval } from './wilson.ts'

const share = (positive: number, n: number) => ({ value: positive / n, ...wilsonInterval(positive, n) })
const located = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 40 }))
  .map(([a, b]) => share(a, a + b))

describe('contrast', () => {
  test('of two shares is the interval that Newcombe published for 56 of 70 and 48 of 80', () => {
    const { value, lower, upper } = difference(share(56, 70), share(48, 80))
    expect(value).toBeCloseTo(0.2, 10)
    expect(lower).toBeCloseTo(0.0524, 4)
    expect(upper).toBeCloseTo(0.3339, 4)
  })

  test('turns around with the groups, and holds its value', () => {
    fc.assert(
      fc.property(located, located, (a, b) => {
        const [there, back] = [difference(a, b), difference(b, a)]
        expect(there.lower).toBeCloseTo(-back.upper, 12)
        expect(there.lower).toBeLessThanOrEqual(there.value)
        expect(there.upper).toBeGreaterThanOrEqual(there.value)
      }),
    )
  })

  test('of parts with one weight each is narrower than one part alone', () => {
    const one = share(10, 40)
    const half = contrast([
      { ...one, weight: 0.5 },
      { ...one, weight: 0.5 },
    ])
    expect(half.value).toBeCloseTo(one.value, 12)
    expect(half.upper - half.lower).toBeCloseTo((one.upper - one.lower) / Math.SQRT2, 12)
  })
})

describe('multiple', () => {
  test('turns around with the groups, and holds its value', () => {
    fc.assert(
      fc.property(located, located, (a, b) => {
        fc.pre(a.value > 0 && b.value > 0)
        const [there, back] = [multiple(a, b), multiple(b, a)]
        expect(there.lower * back.upper).toBeCloseTo(1, 10)
        expect(there.lower).toBeLessThanOrEqual(there.value)
        expect(there.upper).toBeGreaterThanOrEqual(there.value)
      }),
    )
  })

  test('of nothing is bounded on one side', () => {
    expect(multiple(share(0, 30), share(15, 30))).toMatchObject({ value: 0, lower: 0 })
    expect(multiple(share(15, 30), share(0, 30))).toMatchObject({ value: Number.NaN, upper: Infinity })
  })
})
