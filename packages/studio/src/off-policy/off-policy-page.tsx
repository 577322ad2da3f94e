import { getRouteApi } from '@tanstack/react-router'
import type { DecisionDocument, OffPolicyRequest, OtherPolicy } from 'holon'
import { useMemo } from 'react'
import { rewardsOf } from '../experience/rewards.ts'
import { Page } from '../look/page.tsx'
import { Empty } from '../look/state.tsx'
import { useSystem } from '../shell/system.ts'
import { policyOf, requestOf, usualPolicy } from './asked.ts'
import { Evaluation } from './evaluation.tsx'
import './off-policy.css'
import { Question } from './question.tsx'

const route = getRouteApi('/systems/$system/off-policy/$decision')

const lead =
  'Every decision logged the probability of everything it could have ended in. So the log can say what another policy would have earned, before anybody meets it; or why it cannot.'

/** What another policy of a decision point would have earned, from what was logged. */
export function OffPolicyPage() {
  const system = useSystem()
  const { decision: name } = route.useParams()
  const decision = system.decisions.find((one) => one.name === name)
  return (
    <Page title="What would another policy have done?" lead={lead}>
      {decision === undefined ? (
        <Empty title="This system has no such decision.">Choose “What if” in the navigation.</Empty>
      ) : (
        <OfDecision key={decision.name} decision={decision} />
      )}
    </Page>
  )
}

function OfDecision({ decision }: { decision: DecisionDocument }) {
  const system = useSystem()
  const view = route.useSearch()
  const rewards = rewardsOf(decision, system)
  const reward = rewards.find((one) => one === view.reward) ?? rewards[0]
  const chosen = view.policy ?? usualPolicy(decision)
  const numbers = JSON.stringify(view.numbers ?? {})
  const policy = useMemo(() => policyOf(decision, chosen, JSON.parse(numbers)), [decision, chosen, numbers])
  return (
    <div className="off-policy">
      <Question decision={decision} chosen={chosen} reward={reward} rewards={rewards} view={view} />
      {policy === undefined && (
        <Empty title="This decision has no such policy.">Choose another one above.</Empty>
      )}
      {policy !== undefined && reward === undefined && (
        <Empty title="Nothing counts as a reward here.">
          Declare a goal about “{decision.name}” that is a rate or a mean, or feedback that is a number or a
          yes or no.
        </Empty>
      )}
      {policy !== undefined && reward !== undefined && (
        <Asked decision={decision} policy={policy} reward={reward} range={view.range} />
      )}
    </div>
  )
}

function Asked(props: {
  decision: DecisionDocument
  policy: OtherPolicy
  reward: string
  range: Parameters<typeof requestOf>[2]
}) {
  const { decision, policy, reward, range } = props
  // What is copied asks for the very time that is shown.
  const request: OffPolicyRequest = useMemo(
    () => requestOf(policy, reward, range, Date.now()),
    [policy, reward, range],
  )
  return <Evaluation decision={decision} request={request} />
}
