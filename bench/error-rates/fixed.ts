import {
  type Arm,
  effectOf,
  fixedSampleTest,
  meanArm,
  momentsFromSums,
  proportionArm,
  proportionsTest,
  ratioArm,
  type Scale,
} from 'holon/stats'
import type { Check } from './check.ts'
import type { Draws } from './draws.ts'
import { growing, growingPairs, type Habits, person } from './people.ts'

const alpha = 0.05

/** Student's t test of arms that do not differ. */
const alarmed = (control: Arm, treatment: Arm, scale: Scale = 'absolute'): boolean => {
  const effect = effectOf(control, treatment, scale)
  return effect !== undefined && fixedSampleTest(effect).pValue <= alpha
}

const means = (n: number, of: () => number): Arm => {
  const all = growing()
  for (let i = 0; i < n; i += 1) all.add(of())
  return meanArm(momentsFromSums(all.sums()))
}

const share = (draws: Draws, n: number, rate: number): number => {
  let yes = 0
  for (let i = 0; i < n; i += 1) if (draws.chance(rate)) yes += 1
  return yes
}

const ratios = (draws: Draws, n: number, habits: Habits): Arm => {
  const all = growingPairs()
  for (let i = 0; i < n; i += 1) all.add(person(draws, habits))
  return ratioArm(all.moments())
}

/** Tests that are looked at once, of arms that do not differ. */
export const fixed: readonly Check[] = [
  {
    name: 'means, 50 + 50 people, normal',
    errs: (draws: Draws) => alarmed(means(50, draws.normal), means(50, draws.normal)),
  },
  {
    name: 'means, 20 + 80 people, deviations 3 and 1',
    errs: (draws: Draws) =>
      alarmed(
        means(20, () => 3 * draws.normal()),
        means(80, draws.normal),
      ),
  },
  {
    name: 'means, 500 + 500 people, log-normal (skewness 6)',
    errs: (draws: Draws) => {
      const amount = () => Math.exp(draws.normal())
      return alarmed(means(500, amount), means(500, amount))
    },
  },
  {
    name: 'lift of means, 500 + 500 people, deviation half the mean',
    errs: (draws: Draws) => {
      const amount = () => 2 + draws.normal()
      return alarmed(means(500, amount), means(500, amount), 'relative')
    },
  },
  {
    name: 'proportions, 1,000 + 1,000 of 10 %',
    errs: (draws: Draws) =>
      alarmed(proportionArm(share(draws, 1000, 0.1), 1000), proportionArm(share(draws, 1000, 0.1), 1000)),
  },
  {
    name: 'proportions, 300 + 300 of 40 %, pooled z',
    errs: (draws: Draws) => {
      const one = () => ({ successes: share(draws, 300, 0.4), n: 300 })
      return proportionsTest(one(), one(), { pooled: true }).pValue <= alpha
    },
  },
  {
    name: 'ratios, clicks per visit of 200 + 200 people (delta method)',
    errs: (draws: Draws) => alarmed(ratios(draws, 200, { spread: 0.5 }), ratios(draws, 200, { spread: 0.5 })),
  },
  {
    name: 'ratios, lift, 1,000 + 1,000 people, skewed visits',
    errs: (draws: Draws) =>
      alarmed(ratios(draws, 1000, { spread: 1 }), ratios(draws, 1000, { spread: 1 }), 'relative'),
  },
].map((check) => ({ nominal: alpha, ...check }))
