import { flying } from '../../decide/flight/flying.ts'
import { type Plan, type PlanInit, planOf } from '../../decide/plan.ts'
import type { ArmChange, AssigningFlight } from '../../spec/flight.ts'
import type { Model } from '../../spec/model.ts'
import { changedDecision } from '../../system/changed-decision.ts'

/** Other versions of models, by model and by the name that arms give them. */
export type Versions = Readonly<Record<string, Readonly<Record<string, Model>>>>

/** What a plan under flights is made of. */
export interface PlanUnderInit extends PlanInit {
  readonly versions: Versions
  /** Those that run or were kept, in the order of `AssigningDocument`. */
  readonly flights: readonly AssigningFlight[]
}

/** Prepares a decision point for work, with the flights over it. @throws HolonError as `planOf` */
export function planUnder({ versions, flights, ...init }: PlanUnderInit): Plan {
  const base = planOf(init)
  const over = flights.filter((one) => one.holdout === true || one.decision === init.decision.name)
  if (over.length === 0) return base
  const inArms = (changes: readonly ArmChange[]) => planInArms({ versions, ...init }, changes)
  return { ...base, flying: flying({ base, flights: over, planOf: inArms }) }
}

/** Prepares each arm, so that what could never work shows before anybody meets it. @throws HolonError as `planOf` */
export function mustWork(init: Omit<PlanUnderInit, 'flights'>, arms: readonly ArmChange[]): void {
  for (const arm of arms) planInArms(init, [arm])
}

/** What decides with some changes, the later ones over the earlier ones. */
function planInArms(
  { versions, decision, ...init }: Omit<PlanUnderInit, 'flights'>,
  changes: readonly ArmChange[],
): Plan {
  const version = changes.findLast((one) => one.model !== undefined)?.model
  const others = decision.model === undefined ? undefined : versions[decision.model.name]
  return planOf({
    ...init,
    decision: changes.reduce(changedDecision, decision),
    model: version === undefined ? init.model : (others?.[version] ?? init.model),
  })
}
