import { describe, expect, test } from 'vitest'
import { type ActionDeviation, actionEvidence, logMean } from './action-evidence.ts'

/** Every way the actions can be drawn, with its probability. */
function* draws(propensities: readonly number[]): Generator<{ acted: readonly boolean[]; chance: number }> {
  for (let way = 0; way < 2 ** propensities.length; way += 1) {
    const acted = propensities.map((_, index) => ((way >> index) & 1) === 1)
    const chance = propensities.reduce((all, p, index) => all * (acted[index] === true ? p : 1 - p), 1)
    yield { acted, chance }
  }
}

const propensities = [0.5, 0.02, 0.9, 0.3, 0.07, 0.6, 0.5, 0.25, 0.8, 0.4]
const deviations = [1.5, -0.3, 9, 0.2, -2.5, 0.7, 3.1, -1.1, 0.4, -8]

describe('evidence that actions change something', () => {
  test('is 1 on average, whatever the later values are, where they change nothing', () => {
    let mean = 0
    for (const { acted, chance } of draws(propensities)) {
      const evidence = actionEvidence()
      let log = 0
      for (const [index, propensity] of propensities.entries()) {
        log = evidence.take({
          ...{ propensity, acted: acted[index] ?? false, deviation: deviations[index] ?? 0 },
        })
      }
      mean += chance * Math.exp(log)
    }
    expect(mean).toBeCloseTo(1, 10)
  })

  test('seldom ever passes a limit, at any look: Ville', () => {
    for (const limit of [1.2, 1.5, 2, 3]) {
      let passed = 0
      for (const { acted, chance } of draws(propensities)) {
        const evidence = actionEvidence()
        for (const [index, propensity] of propensities.entries()) {
          evidence.take({ propensity, acted: acted[index] ?? false, deviation: deviations[index] ?? 0 })
        }
        if (evidence.pValue <= 1 / limit) passed += chance
      }
      expect(passed).toBeGreaterThan(0)
      expect(passed).toBeLessThanOrEqual(1 / limit)
    }
  })

  test('grows where acting goes with more, or with less', () => {
    for (const sign of [1, -1]) {
      const evidence = actionEvidence()
      for (let index = 0; index < 200; index += 1) {
        const acted = index % 2 === 0
        evidence.take({ propensity: 0.5, acted, deviation: sign * (acted ? 0.5 : -0.5) })
      }
      expect(evidence.pValue).toBeLessThan(1e-6)
    }
  })

  test.each<ActionDeviation>([
    { propensity: 1, acted: true, deviation: 100 },
    { propensity: 0, acted: false, deviation: 100 },
    { propensity: 0.5, acted: true, deviation: 0 },
  ])('says nothing where there was no chance, or no deviation: %o', (action) => {
    expect(actionEvidence().take(action)).toBeCloseTo(0, 12)
  })

  test('keeps the most there ever was', () => {
    const evidence = actionEvidence()
    evidence.take({ propensity: 0.2, acted: true, deviation: 2 })
    const first = evidence.take({ propensity: 0.2, acted: true, deviation: 2 })
    const second = evidence.take({ propensity: 0.2, acted: false, deviation: 2 })
    expect(second).toBeLessThan(first)
    expect(evidence.most).toBe(first)
  })
})

test('the mean of exponentials does not overflow', () => {
  expect(logMean([1000, 1000])).toBeCloseTo(1000)
  expect(logMean([0, Math.log(3)])).toBeCloseTo(Math.log(2))
})
