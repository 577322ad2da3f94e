import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { epsilonGreedy, fromVotes, normalise, softmax, withMinimum } from './exploration.ts'

const weights = fc
  .array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 8 })
  .filter((list) => list.some((weight) => weight > 0))
const share = fc.double({ min: 0, max: 1, noNaN: true })
const total = (list: readonly number[]): number => list.reduce((sum, p) => sum + p, 0)

test('every distribution sums to 1', () => {
  fc.assert(
    fc.property(weights, share, fc.boolean(), (list, epsilon, zeros) => {
      expect(total(normalise(list))).toBeCloseTo(1, 12)
      expect(total(fromVotes(list))).toBeCloseTo(1, 12)
      expect(total(softmax(list, 3))).toBeCloseTo(1, 12)
      expect(total(epsilonGreedy(list.length, 0, epsilon))).toBeCloseTo(1, 12)
      expect(total(withMinimum(normalise(list), epsilon, { zeros }))).toBeCloseTo(1, 12)
    }),
  )
})

describe('withMinimum', () => {
  test('leaves no eligible action below its minimum, and keeps the order', () => {
    fc.assert(
      fc.property(weights, share, fc.boolean(), (list, amount, zeros) => {
        const before = normalise(list)
        const after = withMinimum(before, amount, { zeros })
        const eligible = before.filter((p) => zeros || p > 0).length
        for (const [i, p] of before.entries()) {
          if (zeros || p > 0) expect(after[i]).toBeGreaterThanOrEqual(amount / eligible - 1e-12)
          else expect(after[i]).toBe(0)
          for (const [j, other] of before.entries()) {
            if (p < other) expect(after[i]).toBeLessThanOrEqual((after[j] ?? 0) + 1e-12)
          }
        }
      }),
    )
  })

  test('changes nothing that already has it, and is uniform at 1', () => {
    expect(withMinimum([0.5, 0.3, 0.2], 0.3)).toEqual([0.5, 0.3, 0.2].map((p) => expect.closeTo(p, 12)))
    expect(withMinimum([1, 0, 0], 1, { zeros: true })).toEqual(Array(3).fill(expect.closeTo(1 / 3, 12)))
  })
})

test('softmax follows scores of any size, and votes of nobody go to the first', () => {
  expect(softmax([1000, 1000])).toEqual([0.5, 0.5])
  expect(softmax([1, 2], 0)).toEqual([0.5, 0.5])
  expect(fromVotes([0, 0])).toEqual([1, 0])
  expect(() => normalise([0, 0])).toThrow('normalised')
  expect(() => normalise([1, -1])).toThrow('normalised')
})
