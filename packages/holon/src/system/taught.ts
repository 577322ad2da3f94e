import type { LearnedModel } from '../spec/learned.ts'
import type { DecisionPart } from './decision.ts'
import { freeze } from './freeze.ts'
import type { Learning, Policy } from './policy.ts'
import type { System } from './system.ts'

/** What was learned, by the policy it is for: see `learnerKey`. */
export type Taught = Readonly<Record<string, LearnedModel>>

/** A policy that learns. */
export interface Learner {
  readonly key: string
  readonly decision: DecisionPart
  readonly variant?: string
  readonly policy: Policy<unknown>
  readonly learning: Learning<unknown>
}

/** Names a policy of a system: the declared one of a decision, or that of a variant. */
export const learnerKey = (decision: string, variant?: string): string =>
  variant === undefined ? decision : `${decision}/${variant}`

/** The policies of a system that learn. */
export const learnersOf = ({ decisions }: Pick<System, 'decisions'>): readonly Learner[] =>
  decisions.flatMap((decision) => [
    ...learnerIn(decision, decision.policy),
    ...decision.variants.flatMap(({ name, policy }) => learnerIn(decision, policy, name)),
  ])

function learnerIn(
  decision: DecisionPart,
  policy: Policy<unknown> | undefined,
  variant?: string,
): readonly Learner[] {
  const learning = policy?.learning
  if (policy === undefined || learning === undefined) return []
  const key = learnerKey(decision.name, variant)
  return [{ key, decision, policy, learning, ...(variant !== undefined && { variant }) }]
}

/** The system with what its policies have learned; the same where nothing is. */
export function taught(system: System, models: Taught): System {
  if (Object.keys(models).length === 0) return system
  return freeze({ ...system, decisions: system.decisions.map((one) => taughtDecision(one, models)) })
}

/** A decision with what its policies have learned. */
export function taughtDecision(decision: DecisionPart, models: Taught): DecisionPart {
  const withModel = (policy: Policy<unknown>, variant?: string): Policy<unknown> => {
    const model = models[learnerKey(decision.name, variant)]
    return model === undefined || policy.learning === undefined
      ? policy
      : // What learns goes on learning.
        { ...policy.learning.taught(model), learning: policy.learning }
  }
  return freeze({
    ...decision,
    policy: withModel(decision.policy),
    variants: decision.variants.map((one) =>
      one.policy === undefined ? one : { ...one, policy: withModel(one.policy, one.name) },
    ),
  })
}
