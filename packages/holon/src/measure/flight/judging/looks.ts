import type { Judge, Spending } from '../../../spec/flight.ts'
import type { FlightLook, GoalEffects } from '../../../spec/scorecard.ts'
import { normalQuantile } from '../../../stats/distribution/normal.ts'
import { fixedSampleTest } from '../../../stats/effect/fixed-sample.ts'
import { nominalAlpha } from '../../../stats/sequential/group-sequential.ts'
import { boundsOfSpending, sequentialPValue, spentBy } from '../../../stats/sequential/spending.ts'
import { alpha } from '../alpha.ts'
import type { TestEffect } from './test-effect.ts'

/** A judge that looks when so many units are in, and at no other time. */
export type LookingJudge = Extract<Judge, { units: number }>

/** A look that is to be taken now. */
export interface DueLook {
  readonly look: Omit<FlightLook, 'goals'>
  /** How the effects on a goal are judged at it. */
  testOf(goal: string): TestEffect
}

const spendingOf = ({ spending = 'obrien-fleming' }: Extract<Judge, { looks: number }>) => spending

const looksOf = (judge: LookingJudge): number => ('looks' in judge ? judge.looks : 1)

/** The next look after those that were taken, and at how many units; undefined after the last. */
export function nextLook(judge: LookingJudge, taken: readonly FlightLook[]) {
  const look = (taken.at(-1)?.look ?? 0) + 1
  const all = looksOf(judge)
  return look > all ? undefined : { look, atUnits: Math.ceil((look / all) * judge.units) }
}

/** The look that so many units make due. A look that comes late stands for those it missed. */
export function dueLook(
  judge: LookingJudge,
  taken: readonly FlightLook[],
  { units, at }: { readonly units: number; readonly at: number },
): DueLook | undefined {
  const next = nextLook(judge, taken)
  if (next === undefined || units < next.atUnits) return undefined
  const all = looksOf(judge)
  const look = Math.min(all, Math.floor((units / judge.units) * all + 1e-9))
  const information = units / judge.units
  const head = { look, at, units, information }
  if (!('looks' in judge)) {
    const bound = normalQuantile(1 - alpha / 2)
    return { look: { ...head, bound, spent: alpha }, testOf: () => once }
  }
  const shares = [...taken.map((one) => one.information), information]
  const { bound, pValueOf } = boundaryOf(spendingOf(judge), shares)
  return {
    look: { ...head, bound, spent: spentBy(spendingOf(judge), information, alpha) },
    testOf: (goal) => atLook(bound, pValueOf, (arm) => taken.map(({ goals }) => zIn(goals, goal, arm))),
  }
}

interface Boundary {
  readonly bound: number
  readonly pValueOf: ReturnType<typeof sequentialPValue>
}

/** Integrals over all paths: a second for five looks, and the same for every flight with looks at the same shares. */
const boundaries = new Map<string, Boundary>()
const mostBoundaries = 100

function boundaryOf(spending: Spending, shares: readonly number[]): Boundary {
  const key = `${spending} ${shares.join()}`
  const known = boundaries.get(key)
  if (known !== undefined) return known
  const bound = boundsOfSpending(spending, shares, alpha).at(-1) ?? Infinity
  const made = { bound, pValueOf: sequentialPValue(spending, shares) }
  if (boundaries.size >= mostBoundaries) boundaries.clear()
  boundaries.set(key, made)
  return made
}

/** Student's t, at the one look there is. */
const once: TestEffect = (effect) => ({ estimate: effect.estimate, ...fixedSampleTest(effect, { alpha }) })

/** The interval reaches as far as the boundary (C. Jennison, B. Turnbull, 1989), so it holds over all looks together. */
const atLook =
  (
    bound: number,
    pValueOf: (statistics: readonly number[]) => number,
    before: (arm: string) => readonly number[],
  ): TestEffect =>
  ({ estimate, deviation }, { arm, scale }) => {
    const z = estimate / deviation
    const half = bound * deviation
    return {
      estimate,
      interval: { lower: estimate - half, upper: estimate + half },
      pValue: scale === 'absolute' ? pValueOf([...before(arm), z]) : null,
      z,
    }
  }

/** Nothing known is nothing beyond a boundary. */
const zIn = (goals: readonly GoalEffects[], goal: string, arm: string): number =>
  goals.find((one) => one.name === goal)?.effects.find((one) => one.arm === arm)?.z ?? 0

/** The level of a single test that is as hard to pass as the last look planned. */
export function lastLevel(judge: LookingJudge): number {
  if (!('looks' in judge)) return alpha
  const shares = Array.from({ length: judge.looks }, (_, i) => (i + 1) / judge.looks)
  return nominalAlpha(boundaryOf(spendingOf(judge), shares).bound)
}
