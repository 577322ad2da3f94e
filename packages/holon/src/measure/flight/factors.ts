import type { FlightArm } from '../../spec/flight.ts'
import type { ArmStatistics, JointMomentsOfUnits } from '../../spec/ports.ts'
import type { FactorEffect } from '../../spec/scorecard.ts'
import { alwaysValidTest } from '../../stats/effect/always-valid.ts'
import type { Arm } from '../../stats/effect/arm.ts'
import { type Effect, effectOf } from '../../stats/effect/effect.ts'
import { short } from '../short.ts'
import { alpha } from './alpha.ts'
import { together, unitsArm } from './arm-statistics.ts'
import { type ByArm, leastUnits } from './effect.ts'

/** Levels of each factor in the order of declaration; the first is how it is now. */
type Levels = readonly (readonly [factor: string, levels: readonly string[]])[]

/**
 * What each factor does over all levels of the others, and what two of them do together beyond the sum of each: of a goal
 * that is summed over units. All estimates are differences in the unit of the goal.
 */
export function factorEffects(
  arms: readonly FlightArm[],
  byArm: ByArm,
  tightAt: number,
): readonly FactorEffect[] {
  const factors = levelsOf(arms)
  const cell = cellsOf(arms, byArm)
  const main = factors.flatMap(([factor, [base = '', ...others]]) =>
    others.map((level) => {
      const effect = between(cell({ [factor]: base }), cell({ [factor]: level }))
      return said({ factor, level }, effect, tightAt)
    }),
  )
  const pairs = factors.flatMap((one, i) => factors.slice(i + 1).map((other) => [one, other] as const))
  const interactions = pairs.flatMap(
    ([[factor, [base = '', ...levels]], [second, [start = '', ...seconds]]]) =>
      levels.flatMap((level) =>
        seconds.map((other) => {
          const alone = between(
            cell({ [factor]: base, [second]: start }),
            cell({ [factor]: level, [second]: start }),
          )
          const beside = between(
            cell({ [factor]: base, [second]: other }),
            cell({ [factor]: level, [second]: other }),
          )
          return said({ factor, level, with: { factor: second, level: other } }, less(beside, alone), tightAt)
        }),
      ),
  )
  return [...main, ...interactions]
}

function levelsOf(arms: readonly FlightArm[]): Levels {
  const factors = Object.keys(arms[0]?.levels ?? {})
  return factors.map((factor) => [factor, [...new Set(arms.flatMap((arm) => arm.levels?.[factor] ?? []))]])
}

/** The units of all arms that have these levels. */
const cellsOf =
  (arms: readonly FlightArm[], byArm: ByArm) =>
  (wanted: Readonly<Record<string, string>>): Arm | undefined => {
    const own = arms.filter((arm) =>
      Object.entries(wanted).every(([factor, level]) => arm.levels?.[factor] === level),
    )
    const units = own.map((arm) => unitsOf(byArm.get(arm.name)))
    const all = units.reduce<JointMomentsOfUnits | undefined>(
      (sum, one) => (sum === undefined || one === undefined ? undefined : together(sum, one)),
      none,
    )
    return all === undefined || all.n < leastUnits ? undefined : unitsArm(all)
  }

const none: JointMomentsOfUnits = {
  n: 0,
  sums: [0, 0, 0, 0],
  products: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
}

const unitsOf = (statistics: ArmStatistics | undefined): JointMomentsOfUnits | undefined =>
  statistics?.kind === 'units' ? statistics.units : undefined

const between = (control: Arm | undefined, treatment: Arm | undefined): Effect | undefined =>
  control === undefined || treatment === undefined ? undefined : effectOf(control, treatment, 'absolute')

/** The difference of two independent differences. */
function less(one: Effect | undefined, other: Effect | undefined): Effect | undefined {
  if (one === undefined || other === undefined) return undefined
  return {
    estimate: one.estimate - other.estimate,
    deviation: Math.hypot(one.deviation, other.deviation),
    n: one.n + other.n,
    freedom: Math.min(one.freedom, other.freedom),
  }
}

function said(
  head: Pick<FactorEffect, 'factor' | 'level' | 'with'>,
  effect: Effect | undefined,
  tightAt: number,
): FactorEffect {
  if (effect === undefined)
    return { ...head, effect: null, pValue: null, words: `${named(head)}: too few units to say.` }
  const { interval, pValue } = alwaysValidTest(effect, { tightAt })
  const range = `${short(effect.estimate)} (${short(interval.lower)} to ${short(interval.upper)})`
  return {
    ...head,
    effect: { estimate: effect.estimate, interval: [interval.lower, interval.upper] },
    pValue,
    words: `${named(head)}: ${range}${pValue > alpha ? ', which may be nothing' : ''}.`,
  }
}

function named({ factor, level, with: beside }: Pick<FactorEffect, 'factor' | 'level' | 'with'>): string {
  const one = `${factor} "${level}"`
  return beside === undefined
    ? `${one} alone, over all levels of the rest`
    : `${one} and ${beside.factor} "${beside.level}" together, beyond the sum of both`
}
