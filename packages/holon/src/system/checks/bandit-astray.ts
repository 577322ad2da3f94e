import type { DecisionPart } from '../decision.ts'
import type { Policy } from '../policy.ts'
import type { System } from '../system.ts'
import type { Rule } from './rule.ts'

/** A policy that is to learn, and never could. */
export const banditAstray: Rule = {
  name: 'bandit-astray',
  severity: 'error',
  find: (system) =>
    system.decisions.flatMap((decision) =>
      policiesOf(decision).flatMap(([where, policy]) =>
        astray(system, decision, policy).map((found) => ({ where, ...found })),
      ),
    ),
}

const policiesOf = ({
  name,
  policy,
  variants,
}: DecisionPart): readonly (readonly [string, Policy<unknown>])[] => [
  [`policy of "${name}"`, policy],
  ...variants.flatMap((one) =>
    one.policy === undefined ? [] : [[`variant "${one.name}" of "${name}"`, one.policy] as const],
  ),
]

function astray({ goals }: System, decision: DecisionPart, { learning, options }: Policy<unknown>) {
  if (learning === undefined) {
    return JSON.stringify(options).includes('"kind":"bandit"') ? [nested] : []
  }
  const { reward, features = [] } = learning
  const rewards = [
    ...goals.flatMap(({ name, measure }) => (measure?.decision === decision.name ? [name] : [])),
    ...decision.feedbackParts.map(({ name }) => name),
  ]
  const closed = features.filter((one) => one !== 'prediction' && decision.dataClasses[one] !== 'public')
  return [
    ...(rewards.includes(reward)
      ? []
      : [
          {
            problem: `It is to learn from "${reward}", which is no goal about the decision and none of its feedbacks.`,
            fix: rewards.length === 0 ? 'Declare a feedback.' : `Use one of: ${rewards.join(', ')}.`,
          },
        ]),
    ...closed.map((one) => ({
      problem: `It is to learn by "${one}", which is no public field of the context.`,
      fix: 'Leave it out, or mark the field as public where it says nothing about a person.',
    })),
  ]
}

const nested = {
  problem: 'It has a bandit within it, which never learns there.',
  fix: 'Let the bandit be the policy itself, with the other one as its `until`; or let a flight share people out.',
}
