import { describe, expect, it } from 'vitest'
import { normalQuantile } from '../distribution/normal.ts'
import { seededRandom } from '../random/seeded.ts'
import { indicatorQuality, type PastEffects } from './indicator.ts'

/** Changes that move the indicator by about 1, and the goal by `slope` of it and `own` of its own. */
function pastOf(seed: number, slope: number, { n = 40, noise = 0.5, own = 0 } = {}): PastEffects[] {
  const random = seededRandom(seed)
  const normal = () => normalQuantile(random.next() || 0.5)
  return Array.from({ length: n }, () => {
    const truth = normal()
    const goal = slope * truth + own * normal()
    return {
      leading: { estimate: truth + noise * normal(), deviation: noise },
      goal: { estimate: goal + noise * normal(), deviation: noise },
    }
  })
}

const seeds = Array.from({ length: 200 }, (_, i) => i + 1)

describe('the quality of an indicator', () => {
  it('is found through the noise of both effects, and its interval holds the truth', () => {
    const all = seeds.map((seed) => indicatorQuality(pastOf(seed, 0.5)))
    const held = all.filter(
      ({ interval }) => interval !== null && interval.lower <= 0.5 && interval.upper >= 0.5,
    )
    const mean = all.reduce((sum, { slope }) => sum + (slope ?? 0), 0) / all.length
    // Without taking the errors out the slope would be 0.4.
    expect(mean).toBeGreaterThan(0.47)
    expect(mean).toBeLessThan(0.56)
    expect(held.length / all.length).toBeGreaterThan(0.9)
  })

  it('follows, misleads, or cannot be said', () => {
    const verdicts = (slope: number, own = 0) =>
      seeds.slice(0, 50).map((seed) => indicatorQuality(pastOf(seed, slope, { own })).verdict)
    expect(verdicts(0.8).filter((one) => one === 'follows').length).toBeGreaterThan(45)
    expect(verdicts(-0.8).filter((one) => one === 'misleads').length).toBeGreaterThan(45)
    expect(verdicts(0, 1).filter((one) => one !== 'cannot say').length).toBeLessThan(8)
  })

  it('turns where the goal is to fall', () => {
    const past = pastOf(1, -0.8)
    expect(indicatorQuality(past, 'lowers').verdict).toBe('follows')
    const { agreed } = indicatorQuality(past, 'lowers')
    expect(agreed.n + indicatorQuality(past).agreed.n).toBe(agreed.of)
  })

  it('takes out what the same people do to both errors', () => {
    const shared = seeds.slice(0, 60).map((seed): PastEffects => {
      const random = seededRandom(seed)
      const error = normalQuantile(random.next())
      const truth = 3 * normalQuantile(random.next())
      return {
        leading: { estimate: truth + error, deviation: 1 },
        goal: { estimate: error + 0.1 * normalQuantile(random.next()), deviation: Math.hypot(1, 0.1) },
        covariance: 1,
      }
    })
    const blind = shared.map(({ covariance: _, ...one }) => one)
    expect(Math.abs(indicatorQuality(shared).slope ?? 1)).toBeLessThan(0.08)
    expect(indicatorQuality(blind).slope).toBeGreaterThan(0.08)
  })

  it('is not said of few changes, nor of an indicator that nothing moved', () => {
    expect(indicatorQuality(pastOf(1, 1, { n: 4 })).verdict).toBe('cannot say')
    const still = { leading: { estimate: 0.1, deviation: 1 }, goal: { estimate: 1, deviation: 1 } }
    expect(indicatorQuality([still, still, still, still, still, still])).toMatchObject({
      slope: null,
      interval: null,
    })
    expect(indicatorQuality([])).toMatchObject({ changes: 0, agreed: { n: 0, of: 0 }, verdict: 'cannot say' })
  })

  it('refuses an effect without an error', () => {
    const exact = { leading: { estimate: 1, deviation: 0 }, goal: { estimate: 1, deviation: 1 } }
    expect(() => indicatorQuality([exact])).toThrow(/no error/)
  })
})

it('arms of one change are left out together when it is asked how sure the slope is', () => {
  const past = pastOf(5, 0.5, { n: 12 })
  const arms = past.flatMap((one, i) => [
    { ...one, change: `c${i}` },
    { ...one, change: `c${i}` },
  ])
  const width = (all: readonly PastEffects[]) => {
    const { interval } = indicatorQuality(all)
    return interval === null ? 0 : interval.upper - interval.lower
  }
  // Twice the same evidence is no more evidence.
  expect(width(arms)).toBeCloseTo(width(past), 9)
  expect(width(arms.map(({ change: _, ...one }) => one))).toBeLessThan(width(past))
})
