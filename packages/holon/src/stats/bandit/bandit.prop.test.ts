import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalCdf } from '../distribution/normal.ts'
import { softmax, withMinimum } from '../exploration/exploration.ts'
import { seededRandom } from '../random/seeded.ts'
import { bagVotes, bootstrapCounts } from './bag.ts'
import { bestProbabilities } from './best-probabilities.ts'
import { type BanditRow, fitBandit } from './fit-bandit.ts'
import { greedy } from './greedy.ts'
import { expectedReward, linearArm, rewardDoubt } from './linear-arm.ts'
import { squareCb } from './square-cb.ts'

const score = fc.double({ min: -1, max: 2, noNaN: true })
const scores = fc.array(score, { minLength: 1, maxLength: 7 })
const share = fc.double({ min: 0, max: 1, noNaN: true })
/** What is not as good as the best. */
const gap = fc.double({ min: 1e-3, max: 1, noNaN: true })
const gamma = fc.double({ min: 0, max: 1e4, noNaN: true })
const deviation = fc.double({ min: 1e-4, max: 10, noNaN: true })
const total = (list: readonly number[]): number => list.reduce((sum, p) => sum + p, 0)

/** Every explorer, over the same expectations. */
const explorers: Readonly<
  Record<string, (expected: readonly number[], strength: number) => readonly number[]>
> = {
  squareCb: (expected, strength) => squareCb(expected, strength),
  greedy: (expected, strength) => greedy(expected, 1 / (1 + strength)),
  softmax: (expected, strength) => softmax(expected, strength),
  bag: (expected) => bagVotes([expected, expected.map((one) => -one), expected]),
  thompson: (expected, strength) =>
    bestProbabilities(
      expected,
      expected.map(() => 1 / (0.1 + strength)),
    ),
}

describe.each(Object.entries(explorers))('%s', (name, explore) => {
  test('gives a probability to every action, which sum to 1, and keeps a floor', () => {
    fc.assert(
      fc.property(scores, gamma, share, (expected, strength, least) => {
        const found = explore(expected, strength)
        expect(total(found)).toBeCloseTo(1, 9)
        for (const p of found) {
          expect(p).toBeGreaterThanOrEqual(0)
          expect(p).toBeLessThanOrEqual(1 + 1e-12)
        }
        const floored = withMinimum(found, least, { zeros: true })
        for (const p of floored) expect(p).toBeGreaterThanOrEqual(least / expected.length - 1e-12)
        expect(total(floored)).toBeCloseTo(1, 9)
      }),
    )
  })

  test('treats equal actions alike', () => {
    fc.assert(
      fc.property(scores, gamma, (expected, strength) => {
        const found = explore([...expected, ...expected], strength)
        for (const [i] of expected.entries())
          expect(found[i]).toBeCloseTo(found[i + expected.length] ?? Number.NaN, 9)
      }),
    )
  })

  test('takes nothing more often than what promises more', () => {
    fc.assert(
      fc.property(scores, gamma, (expected, strength) => {
        if (name === 'bag') return
        const found = explore(expected, strength)
        for (const [i, one] of expected.entries())
          for (const [j, other] of expected.entries())
            if (one < other) expect(found[i]).toBeLessThanOrEqual((found[j] ?? 0) + 1e-9)
      }),
    )
  })
})

describe('squareCb', () => {
  test('is 1 / (n + gamma * gap), and the rest for the best', () => {
    expect(squareCb([0.2, 0.9, 0.4], 10)).toEqual([
      expect.closeTo(1 / 10, 12),
      expect.closeTo(1 - 1 / 10 - 1 / 8, 12),
      expect.closeTo(1 / 8, 12),
    ])
    expect(squareCb([1, 0, 1], 97)).toEqual([0.495, 0.01, 0.495])
    expect(squareCb([3, 1, 2], 0)).toEqual(Array(3).fill(expect.closeTo(1 / 3, 12)))
  })

  test('takes an action the rarer the larger its gap and gamma', () => {
    fc.assert(
      fc.property(gap, gap, gamma, gamma, (a, b, c, d) => {
        const [near, far] = [Math.min(a, b), Math.max(a, b)]
        const [low, high] = [Math.min(c, d), Math.max(c, d)]
        const chance = (less: number, by: number): number => squareCb([1, 1 - less, 0.5], by)[1] ?? 0
        expect(chance(far, low)).toBeLessThanOrEqual(chance(near, low) + 1e-12)
        expect(chance(far, high)).toBeLessThanOrEqual(chance(far, low) + 1e-12)
      }),
    )
  })

  test('refuses what it cannot take', () => {
    for (const call of [
      () => squareCb([], 1),
      () => squareCb([Number.NaN], 1),
      () => squareCb([1], -1),
      () => squareCb([1], Number.POSITIVE_INFINITY),
      () => bestProbabilities([1, 2], [1]),
      () => bestProbabilities([1], [0]),
      () => greedy([1], 2),
      () => linearArm([], { strength: 0, around: 0 }),
    ])
      expect(call).toThrow(expect.objectContaining({ code: 'input-invalid' }))
  })
})

describe('bestProbabilities', () => {
  test('of two is the normal distribution of their difference', () => {
    fc.assert(
      fc.property(score, score, deviation, deviation, (a, b, s, t) => {
        const [first, second] = bestProbabilities([a, b], [s, t])
        expect(first).toBeCloseTo(normalCdf((a - b) / Math.hypot(s, t)), 7)
        expect(second).toBeCloseTo(normalCdf((b - a) / Math.hypot(s, t)), 7)
      }),
    )
  })

  test('is how often each is largest', () => {
    const [means, deviations] = [
      [0.5, 0.45, 0.2, 0.52],
      [0.02, 0.1, 0.3, 0.005],
    ]
    const random = seededRandom('largest')
    const normal = (): number =>
      Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())
    const draws = 200_000
    const counts = means.map(() => 0)
    for (let i = 0; i < draws; i++) {
      const drawn = means.map((mean, j) => mean + (deviations[j] ?? 0) * normal())
      const best = drawn.indexOf(Math.max(...drawn))
      counts[best] = (counts[best] ?? 0) + 1
    }
    for (const [i, p] of bestProbabilities(means, deviations).entries())
      expect(Math.abs((counts[i] ?? 0) / draws - p)).toBeLessThan(5 * Math.sqrt((p * (1 - p)) / draws))
  })

  test('knows what is never best, far from all others or certain', () => {
    expect(bestProbabilities([1e6, 0, -1e6], [1, 1, 1e-9])).toEqual([1, 0, 0])
    expect(bestProbabilities([7], [3])).toEqual([1])
    expect(bestProbabilities([1e9, 1e9, 0], [1e-9, 1e-9, 1e-9])).toEqual([0.5, 0.5, 0])
  })
})

describe('bag', () => {
  test('counts a unit as often as a Poisson number of mean 1 says, the same at every call', () => {
    const counts = Array.from({ length: 20_000 }, (_, i) => bootstrapCounts('seed', `u${i}`, 1)[0] ?? 0)
    for (const [k, p] of [Math.exp(-1), Math.exp(-1), Math.exp(-1) / 2, Math.exp(-1) / 6].entries()) {
      const found = counts.filter((one) => one === k).length / counts.length
      expect(Math.abs(found - p)).toBeLessThan(5 * Math.sqrt((p * (1 - p)) / counts.length))
    }
    expect(bootstrapCounts('seed', 'p', 5)).toEqual(bootstrapCounts('seed', 'p', 5))
    expect(bootstrapCounts('other', 'p', 20)).not.toEqual(bootstrapCounts('seed', 'p', 20))
  })

  test('is what the votes say', () => {
    expect(
      bagVotes([
        [1, 2],
        [3, 2],
        [2, 2],
      ]),
    ).toEqual([0.5, 0.5])
  })
})

const row = fc.record({
  features: fc.tuple(score, score),
  action: fc.integer({ min: 0, max: 2 }),
  reward: share,
  unit: fc.constantFrom('a', 'b', 'c'),
})
const init = { actions: 3, features: 2, strength: 1, replicates: 3, seed: 's' }

describe('fitBandit', () => {
  test('learns the same whatever the order of rows', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), (rows) => {
        const [one, other] = [fitBandit(rows, init), fitBandit(rows.toReversed(), init)]
        for (const [i, arm] of one.arms.entries()) {
          const same = other.arms[i]
          for (const [j, value] of arm.coefficients.entries())
            expect(same?.coefficients[j]).toBeCloseTo(value, 9)
          for (const [r, replicate] of arm.replicates.entries())
            for (const [j, value] of replicate.entries())
              expect(same?.replicates[r]?.[j]).toBeCloseTo(value, 9)
        }
      }),
    )
  })

  test('finds a planted line, and doubts less the more it saw', () => {
    const random = seededRandom('planted')
    const rows = (n: number): readonly BanditRow[] =>
      Array.from({ length: n }, (_, i) => {
        const features = [2 * random.next() - 1, 2 * random.next() - 1]
        const [x = 0, y = 0] = features
        const chance = i % 2 === 0 ? 0.5 + 0.3 * x : 0.4 - 0.2 * y
        return { features, action: i % 2, reward: Number(random.next() < chance), unit: `${i}` }
      })
    const [few, many] = [fitBandit(rows(200), init), fitBandit(rows(20_000), init)]
    for (const [i, value] of [0.5, 0.3, 0].entries())
      expect(many.arms[0]?.coefficients[i]).toBeCloseTo(value, 1)
    for (const [i, value] of [0.4, 0, -0.2].entries())
      expect(many.arms[1]?.coefficients[i]).toBeCloseTo(value, 1)
    const doubt = (fit: typeof few, action: number): number => {
      const arm = fit.arms[action]
      if (arm === undefined) return Number.NaN
      return rewardDoubt(linearArm(arm.gram, { strength: 1, around: fit.around }), [0.5, 0.5])
    }
    expect(doubt(many, 0)).toBeLessThan(doubt(few, 0) / 5)
    // Nobody took the third: it is expected to earn the mean, with the doubts of the prior.
    expect(expectedReward(many.arms[2] ?? { coefficients: [] }, [0.5, 0.5])).toBeCloseTo(many.around, 12)
    expect(doubt(many, 2)).toBeCloseTo(Math.sqrt(1 + 0.25 + 0.25), 12)
    expect(many.noise).toBeCloseTo(0.22, 1)
  })

  test('has the coefficients of its sums', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), (rows) => {
        const { arms, around } = fitBandit(rows, init)
        for (const { gram, coefficients } of arms)
          expect(linearArm(gram, { strength: 1, around }).coefficients).toEqual(coefficients)
      }),
    )
  })

  test('counts a weight as that many rows', () => {
    const one = { features: [0.3, -0.2], action: 0, reward: 1, unit: 'a' }
    const thrice = fitBandit(
      [
        { ...one, weight: 3 },
        { ...one, reward: 0 },
      ],
      init,
    )
    const each = fitBandit([one, one, one, { ...one, reward: 0 }], init)
    for (const [j, value] of (each.arms[0]?.coefficients ?? []).entries())
      expect(thrice.arms[0]?.coefficients[j]).toBeCloseTo(value, 12)
    expect(thrice.noise).toBeCloseTo(each.noise, 12)
  })
})
