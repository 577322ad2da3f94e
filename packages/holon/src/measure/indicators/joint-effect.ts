import type { IndicatorEffect, SharedEffect } from '../../spec/indicators.ts'
import type { JointMomentsOfUnits } from '../../spec/ports.ts'
import { effectOf } from '../../stats/effect/effect.ts'
import { together, unitsArm } from '../flight/arm-statistics.ts'
import { leastUnits } from '../flight/effect.ts'

/** What both arms gave to both goals, of the units that met the flight in one stretch of it. */
export interface Stretch {
  readonly indicator: ArmPair
  readonly goal: ArmPair
}

/** The units of control and treatment. */
export interface ArmPair {
  readonly control: JointMomentsOfUnits
  readonly treatment: JointMomentsOfUnits
}

/** More do not tell more of a covariance than chance takes away. */
const mostParts = 8

/**
 * The effects on both, and the covariance of their errors. The same people cause both errors, so two effects that are
 * nothing go together: people of different stretches share no error, and how their effects went together around those of
 * the whole flight tells the covariance. Undefined where one cannot be estimated.
 */
export function jointEffect(
  stretches: readonly Stretch[],
): Pick<IndicatorEffect, 'indicator' | 'goal' | 'covariance'> | undefined {
  const [first, ...rest] = stretches
  if (first === undefined) return undefined
  const whole = rest.reduce(joined, first)
  const effects = effectsIn(whole)
  if (effects === undefined) return undefined
  return { ...effects, covariance: covarianceOf(partsOf(stretches, whole), effects) }
}

const sum = (a: ArmPair, b: ArmPair): ArmPair => ({
  control: together(a.control, b.control),
  treatment: together(a.treatment, b.treatment),
})

const joined = (a: Stretch, b: Stretch): Stretch => ({
  indicator: sum(a.indicator, b.indicator),
  goal: sum(a.goal, b.goal),
})

const leastIn = ({ indicator: { control, treatment } }: Stretch): number => Math.min(control.n, treatment.n)

const unitsIn = ({ indicator: { control, treatment } }: Stretch): number => control.n + treatment.n

/** Stretches put together until each has enough units; what is left over goes to the last. */
function partsOf(stretches: readonly Stretch[], whole: Stretch): readonly Stretch[] {
  const enough = Math.max(leastUnits, leastIn(whole) / mostParts)
  const parts: Stretch[] = []
  let open: Stretch | undefined
  for (const stretch of stretches) {
    open = open === undefined ? stretch : joined(open, stretch)
    if (leastIn(open) < enough) continue
    parts.push(open)
    open = undefined
  }
  const last = parts.pop()
  return last === undefined ? [] : [...parts, open === undefined ? last : joined(last, open)]
}

interface Effects {
  readonly indicator: SharedEffect
  readonly goal: SharedEffect
}

function effectsIn({ indicator, goal }: Stretch): Effects | undefined {
  const [one, other] = [relative(indicator), relative(goal)]
  return one === undefined || other === undefined ? undefined : { indicator: one, goal: other }
}

function relative({ control, treatment }: ArmPair): SharedEffect | undefined {
  if (Math.min(control.n, treatment.n) < leastUnits) return undefined
  const effect = effectOf(unitsArm(control), unitsArm(treatment), 'relative')
  return effect && { estimate: effect.estimate, deviation: effect.deviation }
}

function covarianceOf(parts: readonly Stretch[], whole: Effects): number {
  const known = parts.flatMap((part) => {
    const effects = effectsIn(part)
    return effects === undefined ? [] : [{ ...effects, units: unitsIn(part) }]
  })
  if (known.length < 2) return 0
  const units = known.reduce((total, one) => total + one.units, 0)
  const mean = (of: (one: Effects) => number): number =>
    known.reduce((total, one) => total + (one.units / units) * of(one), 0)
  const [indicator, goal] = [mean((one) => one.indicator.estimate), mean((one) => one.goal.estimate)]
  const between = mean((one) => (one.indicator.estimate - indicator) * (one.goal.estimate - goal))
  const most = whole.indicator.deviation * whole.goal.deviation
  return Math.max(-most, Math.min(most, between / (known.length - 1)))
}
