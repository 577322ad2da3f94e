import type { Measure } from '../../spec/measure.ts'
import type { ArmStatistics } from '../../spec/ports.ts'
import type { HowMuchLonger } from '../../spec/scorecard.ts'
import { effectOf } from '../../stats/effect/effect.ts'
import { additionalData } from '../../stats/effect/mid-experiment.ts'
import { short } from '../short.ts'
import { pairOf } from './arm-statistics.ts'
import { leastUnits } from './effect.ts'

const power = 0.8

/** Where nobody says what is worth having: a twentieth of what it is now. */
const usualShare = 0.05

/** How much more it takes to see an effect of a size that is worth having, were it there. */
export function howMuchLonger(
  measure: Measure,
  control: ArmStatistics | undefined,
  treatment: ArmStatistics | undefined,
  {
    worth,
    tightAt,
    adjust = false,
  }: { readonly worth?: number; readonly tightAt: number; readonly adjust?: boolean },
): HowMuchLonger | undefined {
  if (control === undefined || treatment === undefined) return undefined
  const pair = pairOf(measure, control, treatment, adjust)
  const effect = pair && effectOf(pair.control, pair.treatment, 'absolute')
  if (pair === undefined || effect === undefined) return undefined
  if (Math.min(pair.control.n, pair.treatment.n) < leastUnits) return undefined
  const wanted = worth ?? usualShare * Math.abs(pair.control.mean)
  const times = additionalData(effect, { trueEffect: wanted, power, tightAt })
  const unitsMore = Math.ceil(times * effect.n)
  const known = Number.isFinite(times)
  return {
    effect: wanted,
    power,
    timesMore: known ? times : null,
    unitsMore: known ? unitsMore : null,
    words: inWords(wanted, known ? unitsMore : undefined),
  }
}

function inWords(effect: number, more: number | undefined): string {
  const what = `An effect of ${short(effect)} on the main goal would be seen in 8 of 10 such flights`
  if (more === undefined) return `${what} after no number of units that could come.`
  return more === 0 ? `${what} with the units there are.` : `${what} after about ${short(more)} more units.`
}
