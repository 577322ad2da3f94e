import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Option } from '../system/policy.ts'
import { pick } from './choose.ts'
import { policy } from './policies/custom.ts'
import { expectedUtility } from './policies/expected-utility.ts'
import { thresholds } from './policies/thresholds.ts'

const finite = fc.double({ min: -1e6, max: 1e6, noNaN: true })
const unit = fc.double({ min: 0, max: 1, noNaN: true })
const option = fc.record({ right: finite, wrong: finite, interrupting: finite, chance: unit })
const options = fc.array(option, { minLength: 1, maxLength: 6 }).map((all) =>
  all.map(
    (one, i): Option => ({
      ...{ ...one, name: `e${i}`, style: 'silent', forcefulness: 0 },
      utility: one.chance * one.right + (1 - one.chance) * one.wrong + one.interrupting,
    }),
  ),
)

it('expected utility prefers the best, explores evenly, and sums to one', () => {
  fc.assert(
    fc.property(options, unit, (given, explore) => {
      const { probabilities, preferred } = expectedUtility({ explore }).choose({
        prediction: 0,
        context: {},
        options: given,
      })
      expect(probabilities.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12)
      const best = (given[preferred] as Option).utility
      for (const one of given) expect(best).toBeGreaterThanOrEqual(one.utility)
      for (const one of probabilities) expect(one).toBeGreaterThanOrEqual(explore / given.length - 1e-15)
    }),
  )
})

it('thresholds take the highest one reached', () => {
  const given = ['low', 'high', 'none'].map(
    (name): Option => ({
      name,
      style: 'silent',
      forcefulness: 0,
      right: 0,
      wrong: 0,
      interrupting: 0,
      chance: 0,
      utility: 0,
    }),
  )
  const steps = thresholds({ low: 0.2, high: 0.8 }, { otherwise: 'none' })
  const chosen = (prediction: number) =>
    given[steps.choose({ prediction, context: {}, options: given }).preferred]?.name
  expect([0.1, 0.2, 0.79, 0.8, 1].map(chosen)).toEqual(['none', 'low', 'low', 'high', 'high'])
})

it('a policy of one’s own is scaled to sum to one, and refused when it is no distribution', () => {
  const given = ['a', 'b'].map(
    (name): Option => ({
      name,
      style: 'silent',
      forcefulness: 0,
      right: 0,
      wrong: 0,
      interrupting: 0,
      chance: 0,
      utility: 0,
    }),
  )
  const choose = (weights: Record<string, number>) =>
    policy('own', () => weights).choose({ prediction: 0, context: {}, options: given })
  expect(choose({ a: 1, b: 3 })).toEqual({ probabilities: [0.25, 0.75], preferred: 1 })
  for (const weights of [{}, { a: -1, b: 2 }, { a: Number.NaN }, { a: Number.POSITIVE_INFINITY }]) {
    expect(() => choose(weights)).toThrow(expect.objectContaining({ code: 'declaration-invalid' }))
  }
})

it('picks by the draw, and never an option of probability zero', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom<number[]>(0, 0.1, 0.25, 0.5, 1), { minLength: 1, maxLength: 6 }),
      unit,
      (weights, draw) => {
        const sum = weights.reduce((a, b) => a + b, 0)
        if (sum === 0) return
        const probabilities = weights.map((weight) => weight / sum)
        const index = pick(probabilities, Math.min(draw, 1 - 2 ** -53))
        expect(probabilities[index]).toBeGreaterThan(0)
        const before = probabilities.slice(0, index).reduce((a, b) => a + b, 0)
        expect(draw).toBeGreaterThanOrEqual(before - 1e-12)
      },
    ),
  )
})
