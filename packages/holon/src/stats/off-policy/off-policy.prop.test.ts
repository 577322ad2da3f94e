import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '../random/seeded.ts'
import { offPolicySequence } from './confidence-sequence.ts'
import { empiricalLikelihood } from './empirical-likelihood.ts'
import {
  directMethod,
  doublyRobust,
  effectiveSampleSize,
  importanceWeight,
  inversePropensity,
  inversePropensityError,
  selfNormalised,
  selfNormalisedDoublyRobust,
  shrinkage,
  switchAbove,
} from './estimators.ts'

const weight = fc.double({ min: 0.01, max: 20, noNaN: true })
const reward = fc.double({ min: 0, max: 1, noNaN: true })
const rows = fc.array(fc.record({ weight, reward, predicted: reward, expected: reward }), { minLength: 1 })

/** Rewards of three actions, logged by one policy and judged for another whose true value is 0.62. */
function simulate(n: number, seed: string) {
  const random = seededRandom(seed)
  const means = [0.2, 0.5, 0.8]
  const logging = [0.5, 0.3, 0.2]
  const target = [0.1, 0.4, 0.5]
  return Array.from({ length: n }, () => {
    const draw = random.next()
    const action = draw < 0.5 ? 0 : draw < 0.8 ? 1 : 2
    return {
      weight: importanceWeight(target[action] ?? 0, logging[action] ?? 0),
      reward: Number(random.next() < (means[action] ?? 0)),
      predicted: 0.5,
      expected: 0.5,
    }
  })
}

describe('off-policy estimates', () => {
  test('are all the mean reward where both policies are one', () => {
    fc.assert(
      fc.property(rows, (logged) => {
        const same = logged.map((row) => ({ ...row, weight: 1 }))
        const mean = same.reduce((sum, row) => sum + row.reward, 0) / same.length
        expect(inversePropensity(same)).toBeCloseTo(mean, 10)
        expect(selfNormalised(same)).toBeCloseTo(mean, 10)
        expect(empiricalLikelihood(same)).toBeCloseTo(mean, 10)
        expect(effectiveSampleSize(same)).toBeCloseTo(same.length, 8)
      }),
    )
  })

  test('stay within the rewards where self-normalised, and never count more rows than there are', () => {
    fc.assert(
      fc.property(rows, (logged) => {
        const rewards = logged.map((row) => row.reward)
        expect(selfNormalised(logged)).toBeGreaterThanOrEqual(Math.min(...rewards) - 1e-9)
        expect(selfNormalised(logged)).toBeLessThanOrEqual(Math.max(...rewards) + 1e-9)
        expect(effectiveSampleSize(logged)).toBeLessThanOrEqual(logged.length + 1e-9)
      }),
    )
  })

  test('find the value of a policy that never ran', () => {
    const log = simulate(20_000, 'value')
    for (const value of [
      inversePropensity(log),
      selfNormalised(log),
      doublyRobust(log),
      selfNormalisedDoublyRobust(log),
      empiricalLikelihood(log),
    ]) {
      expect(value).toBeGreaterThan(0.62 - 0.03)
      expect(value).toBeLessThan(0.62 + 0.03)
    }
    expect(inversePropensityError(log)).toBeLessThan(0.01)
  })

  test('are the model’s where weights are not believed, and doubly robust where they are', () => {
    fc.assert(
      fc.property(rows, (logged) => {
        expect(doublyRobust(logged, switchAbove(0))).toBeCloseTo(directMethod(logged), 10)
        expect(doublyRobust(logged, switchAbove(100))).toBeCloseTo(doublyRobust(logged), 10)
        expect(doublyRobust(logged, shrinkage(1e12))).toBeCloseTo(doublyRobust(logged), 6)
        expect(inversePropensity(logged, 0)).toBe(0)
      }),
    )
  })

  test('refuse a decision that was never possible', () => {
    expect(() => importanceWeight(0.5, 0)).toThrow('propensity')
    expect(importanceWeight(0.5, 0.25)).toBe(2)
  })
})

describe('offPolicySequence', () => {
  test('holds the true value at every look, in nearly all runs', () => {
    let left = 0
    for (let run = 0; run < 40; run += 1) {
      const log = simulate(600, `run ${run}`)
      const outside = [20, 60, 200, 600].some((n) => {
        const { lower, upper } = offPolicySequence(log.slice(0, n))
        return lower > 0.62 || upper < 0.62
      })
      if (outside) left += 1
    }
    expect(left).toBeLessThanOrEqual(5)
  })

  test('narrows with rows, widens with confidence, and knows nothing without rows', () => {
    const log = simulate(3000, 'narrow')
    const width = (n: number, alpha: number): number => {
      const { lower, upper } = offPolicySequence(log.slice(0, n), alpha)
      return upper - lower
    }
    expect(width(3000, 0.05)).toBeLessThan(width(500, 0.05))
    expect(width(3000, 0.01)).toBeGreaterThan(width(3000, 0.1))
    expect(offPolicySequence([])).toEqual({ lower: 0, upper: 1 })
  })
})
