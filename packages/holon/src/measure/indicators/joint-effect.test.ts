import { expect, it } from 'vitest'
import type { JointMomentsOfUnits } from '../../spec/ports.ts'
import { normalQuantile } from '../../stats/distribution/normal.ts'
import { seededRandom } from '../../stats/random/seeded.ts'
import { unitsOf } from '../flight/units.fixture.ts'
import { jointEffect, type Stretch } from './joint-effect.ts'

/** Stretches of a flight whose people have a value on both goals that goes together by `share`. */
function flight(seed: number, share: number, stretches: number, people = 60): Stretch[] {
  const random = seededRandom(`joint ${seed}`)
  const normal = () => normalQuantile(random.next() || 0.5)
  const arm = () => {
    const both = Array.from({ length: people }, () => {
      const own = normal()
      return [10 + own, 10 + share * own + Math.sqrt(1 - share * share) * normal()] as const
    })
    const moments = (i: 0 | 1): JointMomentsOfUnits => {
      const made = unitsOf(both.map((one) => [one[i], 1]))
      if (made.kind !== 'units') throw new Error('no units')
      return made.units
    }
    return [moments(0), moments(1)] as const
  }
  return Array.from({ length: stretches }, () => {
    const [control, treatment] = [arm(), arm()]
    return {
      indicator: { control: control[0], treatment: treatment[0] },
      goal: { control: control[1], treatment: treatment[1] },
    }
  })
}

it('tells how the errors of both effects go together, since the same people cause them', () => {
  const correlations = (share: number) =>
    Array.from({ length: 60 }, (_, seed) => {
      const effect = jointEffect(flight(seed, share, 8))
      if (effect === undefined) throw new Error('no effect')
      return effect.covariance / (effect.indicator.deviation * effect.goal.deviation)
    })
  const mean = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0) / all.length
  expect(Math.abs(mean(correlations(0)))).toBeLessThan(0.15)
  // The bound at the product of both errors takes a little away.
  expect(mean(correlations(0.8))).toBeGreaterThan(0.6)
  expect(mean(correlations(-0.8))).toBeLessThan(-0.6)
})

it('puts short stretches together, and counts everybody', () => {
  const fine = flight(1, 0.5, 40, 12)
  const effect = jointEffect(fine)
  expect(effect?.indicator.deviation).toBeCloseTo(Math.sqrt(2 / 480) / 10, 2)
  expect(effect?.covariance).not.toBe(0)
})

it('is nothing without people, and knows no covariance of a single stretch', () => {
  expect(jointEffect([])).toBeUndefined()
  expect(jointEffect(flight(1, 0.5, 1, 20))).toBeUndefined()
  expect(jointEffect(flight(1, 0.5, 1))?.covariance).toBe(0)
})
