import { requireShare } from '../argument.ts'
import { normalQuantile, normalSurvival } from '../distribution/normal.ts'
import type { Interval } from '../interval/interval.ts'
import { findRoot } from '../special/root.ts'
import { alwaysValidHalfWidth } from './always-valid.ts'
import { decisiveEstimates, type NormalBelief } from './bayesian.ts'
import type { Effect } from './effect.ts'

/** What is to be found, how surely, and by which two-sided test. */
export interface PowerGoal {
  readonly trueEffect: number
  readonly power?: number
  readonly alpha?: number
  /** The tuning of an always-valid test; a fixed sample unless given. */
  readonly tightAt?: number
  /** What is believed of the effect before, of a Bayesian test. */
  readonly prior?: NormalBelief
}

const most = 1e6

/**
 * How many times the data so far are needed on top of them for the wanted power, taking their spread for what
 * it will stay; 0 where they suffice, Infinity where a million times would not.
 */
export function additionalData(effect: Effect, goal: PowerGoal): number {
  const { power = 0.8 } = goal
  requireShare('power', power)
  const lack = (logShare: number): number => power - powerAfter(effect, goal, Math.exp(logShare))
  if (lack(0) <= 0) return 0
  if (lack(Math.log(most)) > 0) return Infinity
  return Math.exp(findRoot(lack, 0, Math.log(most))) - 1
}

/** The power once there are `times` as many units as now. */
export function powerAfter(effect: Effect, goal: PowerGoal, times: number): number {
  const later = { ...effect, n: effect.n * times, deviation: effect.deviation / Math.sqrt(times) }
  const { lower, upper } = decisive(later, goal)
  return (
    normalSurvival((upper - goal.trueEffect) / later.deviation) +
    normalSurvival((goal.trueEffect - lower) / later.deviation)
  )
}

/** The estimates from which on the test finds something. */
function decisive(later: Effect, { alpha = 0.05, tightAt, prior }: PowerGoal): Interval {
  if (prior !== undefined) return decisiveEstimates(later.deviation, { prior, alpha })
  const half =
    tightAt === undefined
      ? normalQuantile(1 - alpha / 2) * later.deviation
      : alwaysValidHalfWidth(later, { alpha, tightAt })
  return { lower: -half, upper: half }
}
