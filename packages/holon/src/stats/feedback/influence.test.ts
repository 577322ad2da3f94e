import { describe, expect, test } from 'vitest'
import { normalQuantile } from '../distribution/normal.ts'
import { type SeededRandom, seededRandom } from '../random/seeded.ts'
import { explorationNeeded, informationNeeded, strengthShown } from './exploration-needed.ts'
import { influenceOf, type LaterPair } from './influence.ts'

const normal = (random: SeededRandom): number => normalQuantile(random.next() * 0.999998 + 1e-6)

/** Units that are acted on more the higher their value is, which wanders, and which an action moves by `effect` for a day. */
function logOf({
  seed,
  effect,
  units = 10,
  days = 60,
}: {
  seed: number
  effect: number
  units?: number
  days?: number
}) {
  const random = seededRandom(seed)
  const pairs: LaterPair[] = []
  for (let unit = 0; unit < units; unit += 1) {
    let level = normal(random)
    let pushed = 0
    for (let day = 0; day < days; day += 1) {
      const value = level + pushed
      const propensity = value > 0 ? 0.8 : 0.2
      const acted = random.next() < propensity
      level = 0.8 * level + 0.6 * normal(random)
      pushed = acted ? effect : 0
      pairs.push({
        ...{ unit: `${unit}`, at: day, complete: day + 1, acted, propensity, value, later: level + pushed },
      })
    }
  }
  return pairs.sort((a, b) => a.at - b.at)
}

const seeds = Array.from({ length: 160 }, (_, index) => index)

describe('the influence of actions on what comes later', () => {
  test('is seldom seen where there is none, although acting goes with what comes later', () => {
    const alarms = seeds.filter((seed) => influenceOf(logOf({ seed, effect: 0 })).pValue <= 0.05)
    expect(alarms.length).toBeLessThanOrEqual(0.05 * seeds.length)
  })

  test('is found and measured where there is one', () => {
    const seen = seeds.slice(0, 80).map((seed) => influenceOf(logOf({ seed, effect: 0.5 })))
    expect(seen.filter(({ pValue }) => pValue <= 0.05).length).toBeGreaterThan(72)
    const covered = seen.filter(({ interval: { lower, upper } }) => lower <= 0.5 && 0.5 <= upper)
    expect(covered.length).toBeGreaterThan(70)
    const mean = seen.reduce((sum, { effect }) => sum + (effect ?? 0), 0) / seen.length
    expect(mean).toBeGreaterThan(0.45)
    expect(mean).toBeLessThan(0.55)
  })

  test('tells when it was found, and no look before changes that', () => {
    const pairs = logOf({ seed: 3, effect: 1 })
    const at = influenceOf(pairs).crossed(0.05)
    expect(at).toBeDefined()
    const before = pairs.filter(({ complete }) => complete < (at ?? 0))
    expect(influenceOf(before).crossed(0.05)).toBeUndefined()
    const then = pairs.filter(({ complete }) => complete <= (at ?? 0))
    expect(influenceOf(then).crossed(0.05)).toBe(at)
  })

  test('is unknown where nothing was left to chance', () => {
    const certain = logOf({ seed: 1, effect: 1 }).map((pair) => ({ ...pair, propensity: Number(pair.acted) }))
    expect(influenceOf(certain)).toMatchObject({ effect: null, information: 0, pValue: 1 })
  })

  test('looks at each half alone where later values need later draws', () => {
    const pairs = logOf({ seed: 3, effect: 1 })
    const halved = pairs.map((pair) => ({ ...pair, half: pair.at % 2 === 0 ? (0 as const) : (1 as const) }))
    const { pValue } = influenceOf(halved)
    expect(pValue).toBeGreaterThan(influenceOf(pairs).pValue)
    expect(pValue).toBeLessThan(0.05)
  })

  test('refuses pairs out of order', () => {
    expect(() => influenceOf(logOf({ seed: 1, effect: 0 }).reverse())).toThrow('decided before')
  })
})

describe('the randomisation it takes', () => {
  test('finds an influence with the chance that was asked for', () => {
    const information = informationNeeded(0.5, { alpha: 0.05 })
    const days = Math.ceil(information / 0.16 / 10)
    const found = seeds
      .slice(0, 100)
      .filter((seed) => influenceOf(logOf({ seed, effect: 0.3, days: days + 2 })).pValue <= 0.05)
    // 0.3 over a spread of 0.6: half a spread.
    expect(found.length / 100).toBeGreaterThan(0.83)
    expect(found.length / 100).toBeLessThan(0.99)
  })

  test('is what would have shown it', () => {
    const search = { alpha: 0.01, power: 0.8 }
    expect(strengthShown(informationNeeded(0.3, search), search)).toBeCloseTo(0.3)
    expect(strengthShown(0, search)).toBe(Infinity)
  })

  test('is a share of decisions by coin, or more decisions', () => {
    const share = explorationNeeded(90, 1000) ?? 0
    expect((share / 2) * (1 - share / 2)).toBeCloseTo(0.09)
    expect(explorationNeeded(300, 1000)).toBeNull()
  })
})
