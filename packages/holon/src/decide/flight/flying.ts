import type { ArmChange, AssigningFlight } from '../../spec/flight.ts'
import type { Flown, Flying, Plan } from '../plan.ts'
import { type Arms, assigner, holdoutArms, isAmong } from './assign.ts'

/** What flights are flown with. */
export interface FlyingInit {
  /** What decides as declared. */
  readonly base: Plan
  /** Those over the decision point and the holdouts, in the order in which they change it. */
  readonly flights: readonly AssigningFlight[]
  /** What decides with some changes, the later ones over the earlier ones. */
  planOf(changes: readonly ArmChange[]): Plan
}

/** Flights over one decision point, each combination of arms prepared when it is first met. */
export function flying({ base, flights, planOf }: FlyingInit): Flying {
  const name = base.decision.name
  const assigned = assigner(flights.filter((one) => one.holdout === true || one.decision === name))
  const holdouts = flights.filter((one) => one.holdout === true).map((one) => one.name)
  const own = flights.filter((one) => one.decision === name)
  const kept = own.filter((one) => one.state === 'kept')
  const running = own.filter((one) => one.state === 'running' && one.holdout !== true)
  const counted = new Set([...holdouts, ...running.map((one) => one.name)])
  const plans = new Map<string, Plan>()

  function planIn(keeping: readonly AssigningFlight[], arms: Arms): Plan {
    const key = [...keeping.map((one) => one.name), '', ...running.map((one) => arms[one.name] ?? '')].join(
      '/',
    )
    const known = plans.get(key)
    if (known !== undefined) return known
    const changes = [
      ...keeping.map((one) => armNamed(one, one.kept)),
      ...running.map((one) => armNamed(one, arms[one.name])),
    ].filter((one) => one !== undefined)
    const plan = changes.length === 0 ? base : planOf(changes)
    plans.set(key, plan)
    return plan
  }

  /** Those of flights that do not run any more are over. */
  function again(given: Arms, context: unknown): Flown | undefined {
    const arms = Object.fromEntries(Object.entries(given).filter(([one]) => counted.has(one)))
    return flownIn(arms, context)
  }

  function flownIn(arms: Arms, context: unknown): Flown | undefined {
    const isHeld = holdouts.some((one) => arms[one] === holdoutArms.held)
    const keeping = isHeld ? [] : kept.filter((one) => isAmong(one.among, context))
    const taken = running.filter((one) => arms[one.name] !== undefined)
    if (taken.length === 0 && keeping.length === 0 && Object.keys(arms).length === 0) return undefined
    return { arms, taken, plan: planIn(keeping, arms), planIn: (other) => planIn(keeping, other) }
  }

  return { again, assigned: (moment) => flownIn(assigned(moment), moment.context) }
}

const armNamed = ({ arms }: AssigningFlight, name: string | undefined): ArmChange | undefined =>
  arms.find((one) => one.name === name)
