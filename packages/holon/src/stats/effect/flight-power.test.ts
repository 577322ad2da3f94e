import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalSurvival } from '../distribution/normal.ts'
import { seededRandom } from '../random/seeded.ts'
import { sampleSizeForMean, sampleSizeForProportion } from '../test/sample-size.ts'
import { alwaysValidReach, alwaysValidTest } from './always-valid.ts'
import { type FlightPlan, flightEffect, flightUnits } from './flight-power.ts'

const mean: FlightPlan = { baseline: 10, variance: 100, power: 0.85 }
const share: FlightPlan = { baseline: 0.34, power: 0.85 }

describe('flightUnits', () => {
  it('is the z-test of two arms, as G*Power has it', () => {
    expect(Math.abs(flightUnits(mean, 0.3) / 39_906 - 1)).toBeLessThan(0.005)
    expect(flightUnits(mean, 0.3)).toBe(sampleSizeForMean({ difference: 0.3, power: 0.85 }, 100))
    expect(flightUnits(share, 0.003)).toBe(sampleSizeForProportion({ difference: 0.003, power: 0.85 }, 0.34))
  })

  it('shares the level out among the arms, and the units', () => {
    const two = { difference: 0.3, power: 0.85, alpha: 0.025, control: 1 / 3, treatment: 1 / 3 }
    expect(flightUnits({ ...mean, arms: 3 }, 0.3)).toBeCloseTo(sampleSizeForMean(two, 100), 6)
  })

  it('needs less by the square of the correlation', () => {
    expect(flightUnits({ ...mean, correlation: 0.6 }, 0.3) / flightUnits(mean, 0.3)).toBeCloseTo(0.64, 12)
  })

  it('needs more where one may look at any time: by as much as the sequence reaches further', () => {
    const ratio = flightUnits({ ...mean, alwaysValid: true }, 0.3) / flightUnits(mean, 0.3)
    expect(ratio).toBeCloseTo(((alwaysValidReach(0.05) + 1.0364) / (1.96 + 1.0364)) ** 2, 3)
    expect(alwaysValidReach(0.05)).toBeCloseTo(3.0354, 3)
  })

  it('refuses what cannot be planned', () => {
    expect(() => flightUnits(mean, 0)).toThrow('size of the difference')
    expect(() => flightUnits(share, 0.7)).toThrow('baseline + difference')
    expect(() => flightUnits({ ...mean, correlation: 1 }, 1)).toThrow('correlation is 1')
    expect(() => flightUnits({ ...mean, arms: 1 }, 1)).toThrow('arms is 1')
  })
})

describe('flightEffect', () => {
  it('undoes flightUnits', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.02, max: 0.98, noNaN: true }),
        fc.double({ min: 0.01, max: 0.95, noNaN: true }),
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        (baseline, part, down, isShare, alwaysValid) => {
          const effect = part * (down ? -baseline : 1 - baseline)
          const plan = { baseline, alwaysValid, ...(!isShare && { variance: 2 }) }
          expect(flightEffect(plan, flightUnits(plan, effect), down)).toBeCloseTo(effect, 6)
        },
      ),
    )
  })

  it('finds no share that far away with a handful of units', () => {
    expect(flightEffect({ baseline: 0.9 }, 10)).toBeUndefined()
    expect(flightEffect({ baseline: 0.9 }, 100, true)).toBeLessThan(0)
  })
})

it('finds as often as planned: the fixed test, and the last look of the always-valid one', () => {
  const random = seededRandom('planned flights')
  const effect = 0.1
  const runs = 2000
  const units = flightUnits({ baseline: 0, variance: 1, alwaysValid: true }, effect)
  // The difference of two arms of that size is normal with this deviation.
  const deviation = Math.sqrt(4 / units)
  const normal = () => Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())
  let found = 0
  for (let run = 0; run < runs; run++) {
    const seen = { estimate: effect + deviation * normal(), deviation, n: units, freedom: units - 2 }
    const { interval } = alwaysValidTest(seen, { tightAt: units })
    found += Number(interval.lower > 0)
  }
  // Three standard errors of a share of 0.8 over the runs.
  expect(Math.abs(found / runs - 0.8)).toBeLessThan(3 * Math.sqrt((0.8 * 0.2) / runs))
  const fixed = Math.sqrt(4 / flightUnits({ baseline: 0, variance: 1 }, effect))
  expect(normalSurvival(1.959964 - effect / fixed)).toBeCloseTo(0.8, 3)
})
