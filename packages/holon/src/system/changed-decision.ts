import type { ArmChange } from '../spec/flight.ts'
import type { DecisionPart } from './decision.ts'
import { freeze } from './freeze.ts'
import { tunedDecision } from './tuned.ts'
import type { VariantPart } from './variant.ts'

/** A decision point as an arm changes it: its variant first, then its utilities. The model is not part of it. */
export function changedDecision(decision: DecisionPart, { variant, experiences }: ArmChange): DecisionPart {
  const found = decision.variants.find((one) => one.name === variant)
  return tunedDecision(found === undefined ? decision : varied(decision, found), experiences)
}

const varied = (decision: DecisionPart, { policy, experiences }: VariantPart): DecisionPart =>
  freeze({
    ...decision,
    ...(policy === undefined ? {} : { policy }),
    experiences: decision.experiences.map((one) => ({ ...one, ...experiences[one.name] })),
  })
