import type { ArmChange, FlightArm } from '../../spec/flight.ts'
import type { DecisionPart } from '../../system/decision.ts'

/** Names of the parts of a decision point that arms change: its policy, its model, its experiences. */
export function partsChanged(decision: DecisionPart, arms: readonly FlightArm[]): ReadonlySet<string> {
  return new Set(arms.flatMap((arm) => partsOf(decision, arm)))
}

function partsOf({ variants }: DecisionPart, { variant, model, experiences = {} }: ArmChange): string[] {
  const found = variants.find((one) => one.name === variant)
  const names = [...Object.keys(found?.experiences ?? {}), ...Object.keys(experiences)]
  return [
    ...(found?.policy === undefined ? [] : ['the policy']),
    ...(model === undefined ? [] : ['the model']),
    ...names.map((name) => `the experience "${name}"`),
  ]
}
