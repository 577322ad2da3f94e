import type { Target } from '../../spec/api.ts'
import type { Measure } from '../../spec/measure.ts'
import type { ArmStatistics } from '../../spec/ports.ts'
import type { ArmEffect, EffectEstimate } from '../../spec/scorecard.ts'
import type { ChangeVerdict } from '../../spec/simulated-comparison.ts'
import { alwaysValidTest } from '../../stats/effect/always-valid.ts'
import { type Effect, effectOf, type Scale } from '../../stats/effect/effect.ts'
import { adjustPValues } from '../../stats/test/multiplicity.ts'
import { goodness } from '../goodness.ts'
import { type Pair, pairOf } from './arm-statistics.ts'

/** A p-value up to this is not called chance. */
export const alpha = 0.05

/** With fewer units than this in an arm nothing is estimated: what holds of large numbers need not hold yet. */
export const leastUnits = 30

/** How effects are estimated. */
export interface EffectOptions {
  /** Units over all arms at which intervals are to be narrowest. */
  readonly tightAt: number
  /** Takes out what the time before explains. */
  readonly adjust?: boolean
}

/** What was measured in each arm of a flight. */
export type ByArm = ReadonlyMap<string, ArmStatistics>

/** An effect before the other goals and arms are looked at. */
export type UnjudgedEffect = Omit<ArmEffect, 'adjusted' | 'verdict'>

/** The effect of each arm but the first against the first, valid however often one looks. */
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
function effectIn(arm: string, pair: Pair, { tightAt }: EffectOptions): UnjudgedEffect {
  const { control, treatment, varianceReduction } = pair
  const absolute = enough(pair) ? effectOf(control, treatment, 'absolute') : undefined
  return {
    arm,
    n: treatment.n,
    controlN: control.n,
    value: finite(treatment.mean),
    control: finite(control.mean),
    absolute: absolute === undefined ? null : told(absolute, tightAt),
    relative: relativeOf(pair, 'relative', tightAt),
    pValue: absolute === undefined ? null : alwaysValidTest(absolute, { tightAt }).pValue,
    ...(varianceReduction !== undefined && { varianceReduction }),
  }
}

function relativeOf(pair: Pair, scale: Scale, tightAt: number): EffectEstimate | null {
  const effect = enough(pair) ? effectOf(pair.control, pair.treatment, scale) : undefined
  return effect === undefined ? null : told(effect, tightAt)
}

const enough = ({ control, treatment }: Pair): boolean => Math.min(control.n, treatment.n) >= leastUnits

function told(effect: Effect, tightAt: number): EffectEstimate {
  const { interval } = alwaysValidTest(effect, { tightAt })
  return { estimate: effect.estimate, interval: [interval.lower, interval.upper] }
}

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
    effects: goal.effects.map((effect) => {
      const p = effect.pValue === null ? null : (adjusted.next().value ?? null)
      return { ...effect, adjusted: p, verdict: verdictOn(goal.target, effect, p) }
    }),
  }))
}

/** Whether a change is for the better, given where the goal should be and how easily chance makes it. */
function verdictOn(target: Target, { value, control }: UnjudgedEffect, pValue: number | null): ChangeVerdict {
  if (value === null || control === null || pValue === null) return 'cannot say'
  const gain = goodness(target, value) - goodness(target, control)
  if (pValue > alpha || gain === 0) return 'no difference seen'
  return gain > 0 ? 'better' : 'worse'
}
