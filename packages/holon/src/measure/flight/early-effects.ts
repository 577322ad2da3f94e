import type { Expression, FeedbackShape, Measure } from '../../spec/measure.ts'
import type { ArmStatistics, JointMomentsOfUnits } from '../../spec/ports.ts'
import type { EarlyArmEffect, EarlyEffects } from '../../spec/scorecard.ts'
import type { Arm } from '../../stats/effect/arm.ts'
import {
  type ArrivalCurve,
  type Arrived,
  arrivalCurve,
  arrivedFor,
} from '../../stats/feedback/arrival-curve.ts'
import { aged } from '../delay/aged.ts'
import { windowOf } from '../delay/awaited.ts'
import { enoughAnswers } from '../delay/enough-answers.ts'
import { type EarlyPlan, earlyPlan } from '../delay/plan.ts'
import { arrivedBy, calculated, edgesOf, isFrom, isIn, literal } from '../delay/stretches.ts'
import { unitsArm } from './arm-statistics.ts'
import { type ByArm, type EffectOptions, effectIn } from './effect.ts'

/** Asks what was measured in each arm, in step with the measures; feedback of that name joins as it is so far. */
export type AskArms = (measures: readonly Measure[], soFar: string) => Promise<readonly ByArm[]>

/** Few, as each is summed for every unit. */
const stretches = 16

const age: Expression = { op: 'age' }

/** What an arm shows of decisions that wait. */
interface EarlyArm {
  readonly arm: Arm
  /** Share of what will come that has come. */
  readonly arrived: number
}

/**
 * The effects of a flight on an outcome whose answers are still coming. Each arm has an arrival curve of its own: a change
 * may make people answer sooner, which one curve for all would take for more answers. Undefined where nothing waits.
 */
export async function earlyEffects(
  arms: readonly string[],
  measure: Measure,
  shapes: readonly FeedbackShape[],
  ask: AskArms,
  options: EffectOptions,
): Promise<EarlyEffects | undefined> {
  const plan = earlyPlan(measure, shapes)
  if (typeof plan === 'string') return undefined
  const { within, name } = plan.awaited
  const counted = await ask(countsOf(plan), name)
  const seen = new Map(arms.map((arm) => [arm, seenIn(plan, statisticsIn(counted, arm))]))
  if ([...seen.values()].every(({ open }) => open === 0)) return undefined
  const unknown = arms.find((arm) => (seen.get(arm)?.curve?.answers ?? 0) < enoughAnswers)
  if (unknown !== undefined) return { within, effects: [], because: tooFew(plan, unknown, seen.get(unknown)) }
  const sums = await ask(
    arms.map((arm) => changedOver(plan, seen.get(arm)?.curve)),
    name,
  )
  const early = arms.map((arm, i) => earlyArm(plan, seen.get(arm), sums[i]?.get(arm)))
  return { within, effects: compared(arms, early, options), because: '' }
}

/** What each stretch of delays changed among those that no longer wait, then how many wait from each age on. */
function countsOf({ measure, awaited, change }: EarlyPlan): readonly Measure[] {
  const edges = edgesOf(windowOf(awaited), stretches)
  const numbers = Array.from({ length: stretches }, (_, i) => i)
  const { decision } = measure
  const sumOf = (of: Expression, by: 'gt' | 'le'): Measure => ({
    ...{ op: 'sum', of, decision, per: 'decision' },
    among: aged(measure, by, windowOf(awaited)),
  })
  const delay: Expression = { op: 'delay', name: awaited.name }
  return [
    ...numbers.map((i) =>
      sumOf(calculated('multiply', change, isIn(delay, [...edges.slice(0, -1), lasting], i)), 'gt'),
    ),
    ...edges.slice(0, -1).map((edge) => sumOf(isFrom(age, edge), 'le')),
  ]
}

/** Longer than any window. */
const lasting = 1e15

interface Seen {
  readonly curve: ArrivalCurve | undefined
  readonly arrived: Arrived | undefined
  /** Decisions that wait. */
  readonly open: number
}

function seenIn({ awaited }: EarlyPlan, counted: readonly JointMomentsOfUnits[]): Seen {
  const edges = edgesOf(windowOf(awaited), stretches)
  const curve = arrivalCurve(
    edges,
    counted.slice(0, stretches).map(({ sums: [sum], products: [squares] }) => ({
      // As many answers of different units as would leave the same sums.
      ...{ n: squares === 0 ? 0 : (sum * sum) / squares, sum, squares },
    })),
  )
  const from = counted.slice(stretches).map(({ sums: [sum] }) => sum)
  const ages = from.map((sum, i) => sum - (from[i + 1] ?? 0))
  return {
    curve,
    arrived: curve && arrivedFor(curve, ages),
    open: from[0] ?? 0,
  }
}

/** What answers have changed so far, over how much of it must have come. */
const changedOver = ({ measure, awaited, change }: EarlyPlan, curve: ArrivalCurve | undefined): Measure => ({
  ...{ op: 'ratio', of: change, decision: measure.decision, per: 'decision' },
  over: curve === undefined ? literal(0) : arrivedBy(age, curve),
  among: aged(measure, 'le', windowOf(awaited)),
})

function earlyArm(
  { silent }: EarlyPlan,
  { arrived, open }: Seen = { curve: undefined, arrived: undefined, open: 0 },
  statistics: ArmStatistics | undefined,
): EarlyArm | undefined {
  if (statistics?.kind !== 'units' || arrived === undefined || silent.op !== 'literal') return undefined
  const { n, mean, variance } = unitsArm(statistics.units)
  const doubt = (mean / arrived.sum) ** 2 * arrived.variance
  return {
    arm: { n, mean: Number(silent.value) + mean, variance: variance + n * doubt },
    arrived: arrived.sum / open,
  }
}

function compared(
  arms: readonly string[],
  early: readonly (EarlyArm | undefined)[],
  options: EffectOptions,
): readonly EarlyArmEffect[] {
  const [control] = early
  return arms.slice(1).flatMap((arm, i) => {
    const treatment = early[i + 1]
    if (control === undefined || treatment === undefined) return []
    const pair = { control: control.arm, treatment: treatment.arm }
    const { n, controlN, value, control: usual, absolute, relative, pValue } = effectIn(arm, pair, options)
    return [
      {
        ...{ arm, n, controlN, value, control: usual, absolute, relative, pValue },
        ...{ arrived: treatment.arrived, controlArrived: control.arrived },
      },
    ]
  })
}

const statisticsIn = (counted: readonly ByArm[], arm: string): readonly JointMomentsOfUnits[] =>
  counted.map((one) => {
    const found = one.get(arm)
    return found?.kind === 'units' ? found.units : none
  })

const none: JointMomentsOfUnits = {
  n: 0,
  sums: [0, 0, 0, 0],
  products: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
}

const tooFew = ({ awaited }: EarlyPlan, arm: string, seen: Seen | undefined): string =>
  `How soon answers come in "${arm}" is not known yet: it takes ${enoughAnswers} answers to decisions at least ${awaited.within} old, and there are ${Math.round(seen?.curve?.answers ?? 0)}.`
