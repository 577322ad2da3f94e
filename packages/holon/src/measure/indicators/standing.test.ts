import { describe, expect, it } from 'vitest'
import type { IndicatorEffect } from '../../spec/indicators.ts'
import { normalQuantile } from '../../stats/distribution/normal.ts'
import { seededRandom } from '../../stats/random/seeded.ts'
import { anyMeasure } from '../flight/units.fixture.ts'
import type { IndicatorPair } from './pairs.ts'
import { standingOf } from './standing.ts'

const pair: IndicatorPair = {
  ...{ indicator: 'clicks', goal: 'returning', expected: 'raises' },
  measures: { indicator: anyMeasure, goal: anyMeasure },
}

/** Flights that move the indicator by about a tenth, and the goal by `slope` of that. */
function flightsOf(slope: number, n: number, error = 0.005): IndicatorEffect[] {
  const random = seededRandom(`flights ${slope}`)
  const normal = () => normalQuantile(random.next() || 0.5)
  return Array.from({ length: n }, (_, i) => {
    const moved = 0.1 * normal()
    return {
      ...{ flight: `f${i}`, arm: 'b', covariance: 0 },
      indicator: { estimate: moved + error * normal(), deviation: error },
      goal: { estimate: slope * moved + error * normal(), deviation: error },
    }
  })
}

describe('an indicator', () => {
  it('predicts where the goal goes with it', () => {
    const standing = standingOf(pair, flightsOf(0.6, 12))
    expect(standing).toMatchObject({ verdict: 'predicts', flights: 12 })
    expect(standing.words).toMatch(/^"clicks" has told of "returning": over 12 flights/)
    expect(standing.agreed.n / standing.agreed.of).toBeGreaterThan(0.9)
  })

  it('misleads where the goal goes the other way, or stays where it is', () => {
    expect(standingOf(pair, flightsOf(-0.6, 12))).toMatchObject({ verdict: 'misleading' })
    const unmoved = standingOf(pair, flightsOf(0, 12))
    expect(unmoved.verdict).toBe('misleading')
    expect(unmoved.words).toMatch(/did not go the way it should in \d+ of \d+ changes/)
    expect(unmoved.interval?.[1]).toBeLessThan(0.1)
  })

  it('turns with what is declared', () => {
    const lowers: IndicatorPair = { ...pair, expected: 'lowers' }
    expect(standingOf(lowers, flightsOf(-0.6, 12)).verdict).toBe('predicts')
    expect(standingOf(lowers, flightsOf(0.6, 12)).verdict).toBe('misleading')
  })

  it('is not known of few flights, however many arms they had', () => {
    const arms = flightsOf(0.6, 12).map((one, i) => ({ ...one, flight: `f${i % 4}` }))
    expect(standingOf(pair, arms)).toMatchObject({
      verdict: 'unknown',
      flights: 4,
      slope: null,
      interval: null,
    })
    expect(standingOf(pair, arms).words).toMatch(/4 flights tell of both, and it takes 5/)
  })

  it('is not known where the goal is known badly: it may go with it or not', () => {
    const vague = flightsOf(0, 12).map((one, i) => ({
      ...one,
      goal: { estimate: (i % 2 === 0 ? 1 : -1) * one.indicator.estimate * 3, deviation: 0.3 },
    }))
    expect(standingOf(pair, vague)).toMatchObject({
      verdict: 'unknown',
      words: expect.stringMatching(/may be much or nothing/),
    })
  })

  it('that nothing measures is said to be so', () => {
    const { measures: _, ...unmeasured } = pair
    expect(standingOf(unmeasured, []).words).toMatch(/Nothing measures both/)
  })
})
