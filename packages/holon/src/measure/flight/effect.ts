import type { Target } from '../../spec/api.ts'
import type { Measure } from '../../spec/measure.ts'
import type { ArmStatistics } from '../../spec/ports.ts'
import type { ArmEffect, EffectEstimate } from '../../spec/scorecard.ts'
import type { ChangeVerdict } from '../../spec/simulated-comparison.ts'
import { effectOf, type Scale } from '../../stats/effect/effect.ts'
import { adjustPValues } from '../../stats/test/multiplicity.ts'
import { goodness } from '../goodness.ts'
import { alpha } from './alpha.ts'
import { type Pair, pairOf } from './arm-statistics.ts'
import { alwaysValid } from './judging/always-valid.ts'
import { posteriorOf } from './judging/posterior.ts'
import type { TestEffect, TestedEffect } from './judging/test-effect.ts'

/** With fewer units than this in an arm nothing is estimated: what holds of large numbers need not hold yet. */
export const leastUnits = 30

/** How effects are estimated. */
export interface EffectOptions {
  /** Units over all arms at which intervals are to be narrowest. */
  readonly tightAt: number
  /** Takes out what the time before explains. */
  readonly adjust?: boolean
  /** How they are judged. Default: always-valid. */
  readonly test?: TestEffect
}

/** What was measured in each arm of a flight. */
export type ByArm = ReadonlyMap<string, ArmStatistics>

/** An effect before the other goals and arms are looked at. */
export interface UnjudgedEffect extends Omit<ArmEffect, 'adjusted' | 'verdict' | 'posterior'> {
  readonly rise?: NonNullable<TestedEffect['rise']>
}

/** The effect of each arm but the first against the first. */
export function effectsOf(
  arms: readonly string[],
  measure: Measure,
  byArm: ByArm,
  options: EffectOptions,
): readonly UnjudgedEffect[] {
  const control = byArm.get(arms[0] ?? '')
  return arms.slice(1).map((arm) => {
    const treatment = byArm.get(arm)
    const pair =
      control === undefined || treatment === undefined
        ? undefined
        : pairOf(measure, control, treatment, options.adjust)
    return pair === undefined ? nothing(arm, control, treatment) : effectIn(arm, pair, options)
  })
}

/** The effect that two arms show. */
export function effectIn(arm: string, pair: Pair, options: EffectOptions): UnjudgedEffect {
  const { control, treatment, varianceReduction } = pair
  const absolute = testedOn('absolute', arm, pair, options)
  const relative = testedOn('relative', arm, pair, options)
  return {
    arm,
    n: treatment.n,
    controlN: control.n,
    value: finite(treatment.mean),
    control: finite(control.mean),
    absolute: absolute === undefined ? null : told(absolute),
    relative: relative === undefined ? null : told(relative),
    pValue: absolute?.pValue ?? null,
    ...(varianceReduction !== undefined && { varianceReduction }),
    ...(absolute?.z !== undefined && { z: absolute.z }),
    ...(absolute?.rise !== undefined && { rise: absolute.rise }),
  }
}

function testedOn(
  scale: Scale,
  arm: string,
  { control, treatment }: Pair,
  { tightAt, test = alwaysValid(tightAt) }: EffectOptions,
): TestedEffect | undefined {
  if (Math.min(control.n, treatment.n) < leastUnits) return undefined
  const effect = effectOf(control, treatment, scale)
  return effect && test(effect, { arm, scale, control: control.mean })
}

const told = ({ estimate, interval }: TestedEffect): EffectEstimate => ({
  estimate,
  interval: [interval.lower, interval.upper],
})

const unitsIn = (statistics: ArmStatistics | undefined): number =>
  statistics === undefined ? 0 : statistics.kind === 'units' ? statistics.units.n : statistics.units

const nothing = (
  arm: string,
  control: ArmStatistics | undefined,
  treatment: ArmStatistics | undefined,
): UnjudgedEffect => ({
  ...{ arm, n: unitsIn(treatment), controlN: unitsIn(control) },
  ...{ value: null, control: null, absolute: null, relative: null, pValue: null },
})

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)

/** Effects of several goals judged together: p-values corrected for how many there are (Holm), and what they mean. */
export function judgeTogether<
  T extends { readonly effects: readonly UnjudgedEffect[]; readonly target: Target },
>(goals: readonly T[]): readonly (Omit<T, 'effects'> & { readonly effects: readonly ArmEffect[] })[] {
  const known = goals.flatMap(({ effects }) =>
    effects.flatMap(({ pValue }) => (pValue === null ? [] : [pValue])),
  )
  const adjusted = adjustPValues(known, 'holm').values()
  return goals.map((goal) => ({
    ...goal,
    effects: goal.effects.map(({ rise, ...effect }) => {
      const p = effect.pValue === null ? null : (adjusted.next().value ?? null)
      const posterior = rise && posteriorOf(goal.target, effect.control ?? Number.NaN, rise)
      const sure = rise === undefined ? isSure(p) : leavesOut0(effect.absolute)
      return {
        ...effect,
        ...(posterior !== undefined && { posterior }),
        ...{ adjusted: p, verdict: verdictOn(goal.target, effect, sure) },
      }
    }),
  }))
}

const isSure = (pValue: number | null): boolean | undefined => (pValue === null ? undefined : pValue <= alpha)

const leavesOut0 = (effect: EffectEstimate | null): boolean | undefined =>
  effect === null ? undefined : effect.interval[0] > 0 || effect.interval[1] < 0

/** Whether a change is for the better, given where the goal should be and whether chance may have made it. */
function verdictOn(
  target: Target,
  { value, control, absolute }: UnjudgedEffect,
  sure: boolean | undefined,
): ChangeVerdict {
  if (value === null || control === null || sure === undefined) return 'cannot say'
  const gain = goodness(target, control + (absolute?.estimate ?? 0)) - goodness(target, control)
  if (!sure || gain === 0) return 'no difference seen'
  return gain > 0 ? 'better' : 'worse'
}
