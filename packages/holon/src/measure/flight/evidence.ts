import type { FlightDocument } from '../../spec/flight.ts'
import type {
  ArmEffect,
  GoalEffects,
  HowMuchLonger,
  Judging,
  Missing,
  SampleRatio,
} from '../../spec/scorecard.ts'
import { goodness } from '../goodness.ts'
import { inUnit, sayInterval, sizeIn } from '../say-number.ts'
import { short } from '../short.ts'

/** What a verdict is made of. */
export interface Evidence {
  readonly flight: Pick<FlightDocument, 'arms' | 'main' | 'margins' | 'worth' | 'state'>
  readonly sampleRatio: SampleRatio
  readonly missing: readonly Missing[]
  readonly goals: readonly GoalEffects[]
  readonly longer?: HowMuchLonger | undefined
  readonly judging: Judging
}

/** The goal that the flight is to improve. */
export const mainOf = (goals: readonly GoalEffects[]): GoalEffects | undefined =>
  goals.find((goal) => goal.role === 'main')

export const effectOn = (goal: GoalEffects | undefined, arm: string): ArmEffect | undefined =>
  goal?.effects.find((effect) => effect.arm === arm)

/** The goals that an arm moved for the better or the worse. */
export const moved = (
  goals: readonly GoalEffects[],
  arm: string,
  to: 'better' | 'worse',
): readonly GoalEffects[] => goals.filter((goal) => effectOn(goal, arm)?.verdict === to)

/** A guard goal that an arm harms. */
export const harmedBy = (goals: readonly GoalEffects[], arm: string): GoalEffects | undefined =>
  moved(goals, arm, 'worse').find((goal) => goal.role === 'guard')

/** What is known of the guards in an arm, in words: where nothing is seen, how much harm there may be all the same. */
export function guardsIn(goals: readonly GoalEffects[], arm: string): string {
  const known = goals.filter((goal) => goal.role === 'guard' && effectOn(goal, arm)?.absolute != null)
  return known.map((goal) => `"${goal.name}" ${size(goal, arm)}`).join(', ') || 'no guard is measured'
}

/**
 * What keeps an arm from being shipped though nothing harmed is seen, in words: a guard goal of which nothing is known yet
 * (no evidence is not a pass), or may be harmed by more than the margin that the flight gives it.
 */
export function openGuard(
  goals: readonly GoalEffects[],
  arm: string,
  { margins = {} }: Evidence['flight'],
): string | undefined {
  const guards = goals.filter((goal) => goal.role === 'guard' && goal.because === undefined)
  const unknown = guards.find((goal) => {
    const effect = effectOn(goal, arm)
    return effect === undefined || effect.value === null || effect.control === null
  })
  if (unknown !== undefined) return `of the guard goal "${unknown.name}" nothing is known yet`
  for (const guard of guards) {
    const margin = margins[guard.name]
    if (margin !== undefined && !(mostHarm(guard, arm) <= margin))
      return `of the guard goal "${guard.name}" (${size(guard, arm)}) more harm than its margin of ${sizeIn(guard.unit, margin)} is not ruled out yet`
  }
  return undefined
}

/** The most harm that the interval of an effect allows, in the unit of the goal; infinite where nothing is known. */
function mostHarm(goal: GoalEffects, arm: string): number {
  const { absolute, control } = effectOn(goal, arm) ?? {}
  if (absolute == null || control == null) return Infinity
  const now = goodness(goal.target, control)
  return Math.max(...absolute.interval.map((effect) => now - goodness(goal.target, control + effect)))
}

/** Whether an arm moved a goal for the better. */
export const isBetter = (goals: readonly GoalEffects[], goal: string, arm: string): boolean =>
  effectOn(
    goals.find((one) => one.name === goal),
    arm,
  )?.verdict === 'better'

/** By how much an arm moves a goal, whatever the direction. */
export const gain = (goal: GoalEffects | undefined, arm: string): number =>
  Math.abs(effectOn(goal, arm)?.absolute?.estimate ?? 0)

/** An effect in words: by how much, and where it may lie. */
export function size(goal: GoalEffects, arm: string): string {
  const { absolute, posterior } = effectOn(goal, arm) ?? {}
  if (absolute == null) return 'nothing known'
  const { change, changeUnit } = inUnit(goal.unit)
  const range = `${change(absolute.estimate)} (${sayInterval(absolute.interval, change)})${changeUnit}`
  const chance = posterior?.chanceBetter
  return chance == null ? range : `${range}, better with a chance of ${short(100 * chance)} %`
}

/** How many of how many, arm by arm. */
export const shares = ({ arms }: Missing): string =>
  arms.map(({ arm, n, of }) => `${arm} ${n} of ${of}`).join(', ')
