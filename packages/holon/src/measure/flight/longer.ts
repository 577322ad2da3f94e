import type { Judge } from '../../spec/flight.ts'
import type { Measure } from '../../spec/measure.ts'
import type { ArmStatistics } from '../../spec/ports.ts'
import type { HowMuchLonger } from '../../spec/scorecard.ts'
import { type Effect, effectOf } from '../../stats/effect/effect.ts'
import { additionalData, type PowerGoal, powerAfter } from '../../stats/effect/mid-experiment.ts'
import { sizeIn } from '../say-number.ts'
import { pairOf } from './arm-statistics.ts'
import { leastUnits } from './effect.ts'
import { beliefIn } from './judging/bayesian.ts'
import { type LookingJudge, lastLevel } from './judging/looks.ts'

const power = 0.8

/** Where nobody says what is worth having: a twentieth of what it is now. */
const usualShare = 0.05

/** What to find, and how it is judged. */
interface Wanted {
  readonly worth?: number
  /** Of the main goal. */
  readonly unit: string
  readonly tightAt: number
  readonly adjust?: boolean
  /** Units over all arms. */
  readonly units: number
  readonly judge?: Judge
}

/** How much more it takes to see an effect of a size that is worth having, were it there. */
export function howMuchLonger(
  measure: Measure,
  control: ArmStatistics | undefined,
  treatment: ArmStatistics | undefined,
  { worth, unit, tightAt, adjust = false, judge, units }: Wanted,
): HowMuchLonger | undefined {
  if (control === undefined || treatment === undefined) return undefined
  const pair = pairOf(measure, control, treatment, adjust)
  const effect = pair && effectOf(pair.control, pair.treatment, 'absolute')
  if (pair === undefined || effect === undefined) return undefined
  if (Math.min(pair.control.n, pair.treatment.n) < leastUnits) return undefined
  const trueEffect = worth ?? usualShare * Math.abs(pair.control.mean)
  if (judge !== undefined && 'units' in judge) return untilLast(judge, effect, { trueEffect, unit, units })
  const prior =
    judge?.method === 'bayesian'
      ? beliefIn(judge.prior, { scale: 'absolute', control: pair.control.mean })
      : undefined
  const test = judge?.method === 'bayesian' ? { ...(prior && { prior }) } : { tightAt }
  return untilSeen(effect, unit, { trueEffect, power, ...test })
}

/** Until an effect would be seen in 8 of 10 such flights. */
function untilSeen(effect: Effect, unit: string, goal: PowerGoal): HowMuchLonger {
  const times = additionalData(effect, goal)
  const unitsMore = Math.ceil(times * effect.n)
  const known = Number.isFinite(times)
  return {
    effect: goal.trueEffect,
    power,
    timesMore: known ? times : null,
    unitsMore: known ? unitsMore : null,
    words: inWords(sizeIn(unit, goal.trueEffect), known ? unitsMore : undefined),
  }
}

function inWords(effect: string, more: number | undefined): string {
  const what = `An effect of ${effect} on the main goal would be seen in 8 of 10 such flights`
  if (more === undefined) return `${what} after no number of units that could come.`
  return more === 0
    ? `${what} with the units there are.`
    : `${what} after about ${more.toLocaleString('en-US')} more units.`
}

/** Until the last look, which was fixed at the start: what it will be able to see. Of several looks at least that. */
function untilLast(
  judge: LookingJudge,
  effect: Effect,
  { trueEffect, unit, units }: { readonly trueEffect: number; readonly unit: string; readonly units: number },
): HowMuchLonger {
  const unitsMore = Math.max(0, judge.units - units)
  const seen = powerAfter(effect, { trueEffect, alpha: lastLevel(judge) }, judge.units / units)
  const when =
    unitsMore === 0
      ? `with the ${judge.units} units of its plan`
      : `by its last look, ${unitsMore.toLocaleString('en-US')} units from now`
  return {
    effect: trueEffect,
    power: seen,
    timesMore: unitsMore / units,
    unitsMore,
    words: `An effect of ${sizeIn(unit, trueEffect)} on the main goal would be seen in about ${Math.round(100 * seen)} of 100 such flights ${when}.`,
  }
}
