import {
  type Arm,
  alwaysValidTest,
  averageEffectSequence,
  bernoulliMsprt,
  bernoulliSequence,
  effectOf,
  firstRejection,
  fixedSampleTest,
  meanArm,
  momentsFromSums,
  normalMsprt,
  obrienFlemingBound,
  peekingError,
  pocockBound,
  proportionArm,
  quantileAbPValue,
  ratioArm,
  spendingBounds,
  type Unit,
} from 'holon/stats'
import type { Check } from './check.ts'
import type { Draws } from './draws.ts'
import { growing, growingPairs, type Habits, person } from './people.ts'

const alpha = 0.05

/** How units come: so many in each arm before the first look, then as many again before each other. */
interface Looking {
  readonly first: number
  readonly batch: number
  readonly looks: number
  readonly tightAt: number
}

/** Two arms that do not differ, and what is in them so far. */
interface Arms {
  add(): void
  arms(): readonly [Arm, Arm]
}

/** Whether always-valid tests, a look after every batch, ever raise an alarm. */
function everAlarmed({ add, arms }: Arms, { first, batch, looks, tightAt }: Looking): boolean {
  for (let look = 0; look < looks; look += 1) {
    for (let i = 0; i < (look === 0 ? first : batch); i += 1) add()
    const [control, treatment] = arms()
    const effect = effectOf(control, treatment, 'absolute')
    if (effect !== undefined && alwaysValidTest(effect, { tightAt }).pValue <= alpha) return true
  }
  return false
}

const meansOf = (of: () => number): Arms => {
  const sides = [growing(), growing()] as const
  const arm = (side: (typeof sides)[number]) => meanArm(momentsFromSums(side.sums()))
  return {
    add: () => {
      for (const side of sides) side.add(of())
    },
    arms: () => [arm(sides[0]), arm(sides[1])],
  }
}

const proportionsOf = (draws: Draws, rate: number): Arms => {
  const yes: [number, number] = [0, 0]
  let n = 0
  return {
    add: () => {
      n += 1
      if (draws.chance(rate)) yes[0] += 1
      if (draws.chance(rate)) yes[1] += 1
    },
    arms: () => [proportionArm(yes[0], n), proportionArm(yes[1], n)],
  }
}

const ratiosOf = (draws: Draws, habits: Habits): Arms => {
  const sides = [growingPairs(), growingPairs()] as const
  return {
    add: () => {
      for (const side of sides) side.add(person(draws, habits))
    },
    arms: () => [ratioArm(sides[0].moments()), ratioArm(sides[1].moments())],
  }
}

/** The z statistic after each batch of two arms that do not differ. */
function zPath(draws: Draws, batches: readonly number[]): readonly number[] {
  const { add, arms } = meansOf(draws.normal)
  return batches.map((batch) => {
    for (let i = 0; i < batch; i += 1) add()
    const effect = effectOf(...arms(), 'absolute')
    return effect === undefined ? 0 : effect.estimate / effect.deviation
  })
}

const crosses = (path: readonly number[], bounds: readonly number[]): boolean =>
  path.some((z, look) => Math.abs(z) >= (bounds[look] ?? Infinity))

const five = new Array<number>(5).fill(200)
const pocock = new Array<number>(5).fill(pocockBound(5))
const obrienFleming = five.map((_, look) => obrienFlemingBound(5) * Math.sqrt(5 / (look + 1)))
// Looks that were not planned evenly, spending the error as they come.
const uneven = [100, 400, 200, 300]
const spending = spendingBounds([0.1, 0.5, 0.7, 1], [0.005, 0.025, 0.035, 0.05])

/** Tests of arms that do not differ with a look after every batch, from 30 in each arm on, as the scorecard has it. */
export const sequential: readonly Check[] = [
  {
    name: 'always valid: means, 100 looks up to 5,000 + 5,000',
    atMost: true,
    errs: (draws: Draws) =>
      everAlarmed(meansOf(draws.normal), { first: 50, batch: 50, looks: 100, tightAt: 5000 }),
  },
  {
    name: 'always valid: means, skewed, tight at 600, 98 looks from 30 + 30',
    atMost: true,
    errs: (draws: Draws) =>
      everAlarmed(
        meansOf(() => Math.exp(draws.normal())),
        { first: 30, batch: 10, looks: 98, tightAt: 600 },
      ),
  },
  {
    name: 'always valid: proportions of 10 %, tight at 60, 98 looks from 30 + 30',
    atMost: true,
    errs: (draws: Draws) =>
      everAlarmed(proportionsOf(draws, 0.1), { first: 30, batch: 10, looks: 98, tightAt: 60 }),
  },
  {
    name: 'always valid: proportions of 1 %, tight at 60, 98 looks from 30 + 30',
    atMost: true,
    errs: (draws: Draws) =>
      everAlarmed(proportionsOf(draws, 0.01), { first: 30, batch: 10, looks: 98, tightAt: 60 }),
  },
  {
    name: 'always valid: ratios, skewed visits, 98 looks from 30 + 30',
    atMost: true,
    errs: (draws: Draws) =>
      everAlarmed(ratiosOf(draws, { spread: 1 }), { first: 30, batch: 10, looks: 98, tightAt: 600 }),
  },
  {
    name: 'mixture SPRT: means, a look after each of 2,000 pairs',
    atMost: true,
    errs: (draws: Draws) => {
      const stream = () => Array.from({ length: 2000 }, draws.normal)
      return firstRejection(normalMsprt(stream(), stream(), { sigma: 1, tau: 0.1 }), alpha) !== undefined
    },
  },
  {
    name: 'mixture SPRT: shares of 20 %, a look after each of 2,000 pairs',
    atMost: true,
    errs: (draws: Draws) => {
      const stream = () => Array.from({ length: 2000 }, () => Number(draws.chance(0.2)))
      return firstRejection(bernoulliMsprt(stream(), stream(), { tau: 0.05 }), alpha) !== undefined
    },
  },
  {
    name: 'average effect of outcomes in 0 to 1, one-sided, 10 looks',
    atMost: true,
    errs: (draws: Draws) => {
      const units: Unit[] = []
      for (let look = 0; look < 10; look += 1) {
        for (let i = 0; i < 40; i += 1) units.push({ outcome: draws.next(), treated: draws.chance(0.5) })
        if (averageEffectSequence(units).pValue <= alpha) return true
      }
      return false
    },
  },
  {
    name: 'sequence of a share, 20 looks',
    atMost: true,
    errs: (draws: Draws) => {
      let yes = 0
      for (let n = 1; n <= 1000; n += 1) {
        if (draws.chance(0.3)) yes += 1
        if (n % 50 > 0) continue
        const { lower, upper } = bernoulliSequence(yes, n)
        if (lower > 0.3 || upper < 0.3) return true
      }
      return false
    },
  },
  {
    name: 'medians of two arms, 5 looks',
    atMost: true,
    errs: (draws: Draws) => {
      const [control, treatment]: [number[], number[]] = [[], []]
      for (let look = 0; look < 5; look += 1) {
        for (let i = 0; i < 20; i += 1) {
          control.push(draws.normal())
          treatment.push(draws.normal())
        }
        if (quantileAbPValue(control, treatment, 0.5) <= alpha) return true
      }
      return false
    },
  },
  {
    name: 'group-sequential: Pocock, 5 looks',
    errs: (draws: Draws) => crosses(zPath(draws, five), pocock),
  },
  {
    name: "group-sequential: O'Brien and Fleming, 5 looks",
    errs: (draws: Draws) => crosses(zPath(draws, five), obrienFleming),
  },
  {
    name: 'group-sequential: error spent at 4 uneven looks',
    errs: (draws: Draws) => crosses(zPath(draws, uneven), spending),
  },
  {
    name: 'a fixed test, wrongly looked at 10 times (as peekingError says)',
    nominal: peekingError(10, alpha),
    errs: (draws: Draws) => {
      const { add, arms } = meansOf(draws.normal)
      for (let look = 0; look < 10; look += 1) {
        for (let i = 0; i < 100; i += 1) add()
        const effect = effectOf(...arms(), 'absolute')
        if (effect !== undefined && fixedSampleTest(effect).pValue <= alpha) return true
      }
      return false
    },
  },
].map((check) => ({ nominal: alpha, ...check }))
