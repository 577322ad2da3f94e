import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '../random/seeded.ts'
import { doublyRobust, inversePropensity, selfNormalised } from './estimators.ts'
import { evaluatePolicy } from './evaluate.ts'
import type { LoggedChoice } from './logged-choice.ts'
import { crossFittedRewards } from './reward-model.ts'

const share = fc.double({ min: 0.01, max: 1, noNaN: true })
const reward = fc.double({ min: 0, max: 1, noNaN: true })
const model = fc.record({ predicted: reward, expected: reward })
const row = fc.record({ logged: share, target: share, reward, model })
const log = fc.array(row, { minLength: 2, maxLength: 60 })

/** Two actions, logged by a coin of a share, of which the target always takes the second, which earns 0.7. */
function coin(n: number, exploration: number, seed: string): readonly LoggedChoice[] {
  const random = seededRandom(seed)
  const actions = [
    { logged: 1 - exploration, target: 0 },
    { logged: exploration, target: 1 },
  ]
  return Array.from({ length: n }, () => {
    const explored = random.next() < exploration
    return {
      ...(explored ? { logged: exploration, target: 1 } : { logged: 1 - exploration, target: 0 }),
      reward: Number(random.next() < (explored ? 0.7 : 0.4)),
      actions,
    }
  })
}

const estimateOf = (rows: readonly LoggedChoice[], name: string) =>
  evaluatePolicy(rows).estimates.find(({ estimator }) => estimator === name)?.value

describe('evaluatePolicy', () => {
  test('says what the estimators say, with people or without', () => {
    fc.assert(
      fc.property(log, (rows) => {
        const plain = rows.map(({ logged, target, reward, model }) => ({
          ...{ weight: target / logged, reward },
          ...model,
        }))
        const grouped = rows.map((one, i) => ({ ...one, cluster: `${i % 3}` }))
        for (const given of [rows, grouped]) {
          expect(estimateOf(given, 'inverse-propensity')).toBeCloseTo(inversePropensity(plain), 9)
          expect(estimateOf(given, 'self-normalised')).toBeCloseTo(selfNormalised(plain), 9)
          expect(estimateOf(given, 'doubly-robust')).toBeCloseTo(doublyRobust(plain), 9)
        }
      }),
    )
  })

  test('tells by how often the log does it what the target would do', () => {
    const [one] = coin(1, 0.1, 'bands')
    const { overlap } = evaluatePolicy(
      Array.from({ length: 20 }, () => one ?? { logged: 1, target: 1, reward: 0 }),
    )
    expect(overlap?.bands.filter(({ share }) => share > 0)).toEqual([{ upTo: 0.1, share: 1 }])
    const never = evaluatePolicy([
      {
        logged: 1,
        target: 0.25,
        reward: 1,
        actions: [
          { logged: 1, target: 0.25 },
          { logged: 0, target: 0.75 },
        ],
      },
    ])
    expect(never.overlap?.bands.filter(({ share }) => share > 0)).toEqual([
      { upTo: 0, share: 0.75 },
      { upTo: 1, share: 0.25 },
    ])
  })

  test('is the mean of what was logged, of weight 1 and no difference, where the target is the log', () => {
    fc.assert(
      fc.property(log, (rows) => {
        const same = rows.map(({ logged, reward }) => ({ logged, target: logged, reward }))
        const { logged, headline, weights, estimates } = evaluatePolicy(same, { range: [0, 1] })
        expect(weights).toMatchObject({ mean: 1, largest: 1, distance: 0, asymmetry: 0 })
        for (const { value } of estimates) expect(value).toBeCloseTo(logged.value, 9)
        expect(headline.difference.value).toBeCloseTo(0, 9)
        expect(headline.difference.interval.upper).toBeCloseTo(0, 9)
      }),
    )
  })

  test('counts a row that stands for several decisions as a person who was there so often', () => {
    fc.assert(
      fc.property(log, fc.integer({ min: 2, max: 4 }), (rows, count) => {
        const weighted = rows.map((one, i) => ({ ...one, count: i === 0 ? count : 1, cluster: `${i}` }))
        const repeated = rows.flatMap((one, i) =>
          Array.from({ length: i === 0 ? count : 1 }, () => ({ ...one, cluster: `${i}` })),
        )
        const [a, b] = [evaluatePolicy(weighted), evaluatePolicy(repeated)]
        expect(a.decisions).toBe(b.decisions)
        for (const [i, { value, interval }] of a.estimates.entries()) {
          expect(value).toBeCloseTo(b.estimates[i]?.value ?? Number.NaN, 8)
          // Switch and shrinkage tame weights by decisions, which are as many.
          expect(interval.lower).toBeCloseTo(b.estimates[i]?.interval.lower ?? Number.NaN, 6)
        }
      }),
    )
  })

  test('holds every value in its interval, and every interval in the range', () => {
    fc.assert(
      fc.property(log, (rows) => {
        for (const { estimator, value, interval } of evaluatePolicy(rows, { range: [0, 1] }).estimates) {
          expect(interval.lower).toBeGreaterThanOrEqual(0)
          expect(interval.upper).toBeLessThanOrEqual(1)
          if (value < 0 || value > 1) continue
          expect(interval.lower, estimator).toBeLessThanOrEqual(value + 1e-9)
          expect(interval.upper, estimator).toBeGreaterThanOrEqual(value - 1e-9)
        }
      }),
    )
  })

  test('knows with much exploration, warns with less, refuses with little, and says how much it takes', () => {
    const verdicts = [0.2, 0.02, 0.002].map((share) =>
      evaluatePolicy(coin(1000, share, 'coin'), { range: [0, 1] }),
    )
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(['known', 'weak', 'refused'])
    expect(verdicts[0]?.needed).toBeNull()
    const needed = verdicts[2]?.needed
    expect(needed?.words).toMatch(/^To know: explore \d+ % .* for about [\d,]+ decisions\.$/)
    const { share = 0, decisions = 0 } = needed ?? {}
    // Half of what is drawn uniformly is the second action.
    expect(evaluatePolicy(coin(decisions, share / 2, 'asked'), { range: [0, 1] }).verdict).toBe('known')
  })

  test('refuses what the log never did, and never less where it did less of it', () => {
    const rank = { known: 0, weak: 1, refused: 2 }
    const random = seededRandom('overlap')
    const rewards = Array.from({ length: 500 }, () => Number(random.next() < 0.5))
    const at = (outside: number) => {
      const actions = [
        { logged: 1, target: 1 - outside },
        { logged: 0, target: outside },
      ]
      const rows = rewards.map((reward) => ({ logged: 1, target: 1 - outside, reward, actions }))
      return evaluatePolicy(rows, { range: [0, 1] })
    }
    const all = [0, 0.001, 0.01, 0.03, 0.06, 0.2, 0.7].map(at)
    const ranks = all.map(({ verdict }) => rank[verdict])
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
    expect([ranks[0], ranks.at(-1)]).toEqual([0, 2])
    expect(all[5]?.overlap?.share).toBeCloseTo(0.8, 9)
    expect(all[5]?.weights.mean).toBeCloseTo(0.8, 9)
    expect(all[5]?.weights.distance).toBe(0)
    const width = all.map(({ headline: { interval } }) => interval.upper - interval.lower)
    expect(width[5]).toBeGreaterThan((width[0] ?? 0) + 0.2)
  })

  test('does not take rewards that were all the same for all that there could be', () => {
    const actions = [
      { logged: 1, target: 0.5 },
      { logged: 0, target: 0.5 },
    ]
    const rows = Array.from({ length: 40 }, () => ({ logged: 1, target: 0.5, reward: 1, actions }))
    const { verdict, headline } = evaluatePolicy(rows)
    expect([verdict, headline.interval]).toEqual(['refused', { lower: -Infinity, upper: Infinity }])
  })

  test('refuses propensities that are not true, and then asks for no exploration', () => {
    const rows = coin(2000, 0.3, 'false').map(({ actions: _, logged, ...rest }) => ({
      ...rest,
      logged: logged ** 2,
    }))
    const { verdict, rules, needed } = evaluatePolicy(rows, { actions: 2 })
    expect(verdict).toBe('refused')
    expect(rules.find(({ rule }) => rule === 'true-propensities')?.verdict).toBe('refused')
    expect(needed).toBeNull()
  })

  test('has wider intervals where decisions of one person go together', () => {
    const rows = coin(600, 0.5, 'people').map((one, i) => ({
      ...one,
      reward: Number(Math.floor(i / 30) % 2 === 0),
    }))
    const width = (given: readonly LoggedChoice[]): number => {
      const { interval } = evaluatePolicy(given, { range: [0, 1] }).headline
      return interval.upper - interval.lower
    }
    const together = rows.map((one, i) => ({ ...one, cluster: `${Math.floor(i / 30)}` }))
    expect(width(together)).toBeGreaterThan(2 * width(rows))
    expect(evaluatePolicy(together, { range: [0, 1] }).anytime).toBeNull()
  })

  test('has a wide interval, not one of no width, where every reward seen is the same', () => {
    const rows = coin(2000, 0.01, 'none').map((one) => ({ ...one, reward: 0 }))
    const { headline } = evaluatePolicy(rows, { range: [0, 1] })
    expect(headline.value).toBe(0)
    expect(headline.interval.upper).toBeGreaterThan(0.1)
  })

  test('refuses an empty log and impossible probabilities', () => {
    expect(() => evaluatePolicy([])).toThrow('no logged decision')
    expect(() => evaluatePolicy([{ logged: 0, target: 1, reward: 1 }])).toThrow('logged probability is 0')
    expect(() => evaluatePolicy([{ logged: 1, target: 2, reward: 1 }])).toThrow('target probability is 2')
    expect(() => evaluatePolicy([{ logged: 1, target: 1, reward: Number.NaN }])).toThrow('reward is NaN')
  })
})

describe('crossFittedRewards', () => {
  test('finds a line for each action, and the mean for one that was never taken', () => {
    const random = seededRandom('line')
    const rows = Array.from({ length: 500 }, (_, i) => {
      const x = random.next()
      const action = i % 2
      return { features: [x], action, reward: action === 0 ? x : 1 - x }
    })
    const said = crossFittedRewards(rows, 3)
    const mean = rows.reduce((sum, one) => sum + one.reward, 0) / rows.length
    for (const [i, { features }] of rows.entries()) {
      const [x = 0] = features
      expect(said[i]?.[0]).toBeCloseTo(x, 1)
      expect(said[i]?.[1]).toBeCloseTo(1 - x, 1)
      expect(said[i]?.[2]).toBeCloseTo(mean, 1)
    }
  })

  test('says nothing of a person that was learned from that person', () => {
    const rows = Array.from({ length: 50 }, (_, i) => ({
      ...{ features: [], action: 0, cluster: i < 10 ? 'ann' : `p${i}` },
      reward: i < 10 ? 100 : 1,
    }))
    for (const [first] of crossFittedRewards(rows, 1).slice(0, 10)) expect(first).toBeCloseTo(1, 9)
  })
})
