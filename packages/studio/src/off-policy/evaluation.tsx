import { useQuery } from '@tanstack/react-query'
import type { DecisionDocument, OffPolicyDocument, OffPolicyRequest } from 'holon'
import { callText } from '../copy/call.ts'
import { CopyAs } from '../copy/copy-as.tsx'
import { Panel } from '../look/panel.tsx'
import { Answered, Empty } from '../look/state.tsx'
import { useSystem } from '../shell/system.ts'
import { agreementWords } from './agreement.ts'
import { Coverage } from './coverage.tsx'
import { EstimateTable } from './estimate-table.tsx'
import { evaluationQuery, loggedAddress } from './queries.ts'
import { RuleList } from './rule-list.tsx'
import { unitOfReward } from './unit-of-reward.ts'
import { VerdictBox } from './verdict-box.tsx'
import { WouldDo } from './would-do.tsx'

/** What the log says of one policy: whether it can know, what the estimators say, and what they rest on. */
export function Evaluation({ decision, request }: { decision: DecisionDocument; request: OffPolicyRequest }) {
  const { name: system, snapshot } = useSystem()
  const query = useQuery(evaluationQuery(system, decision.name, request, snapshot))
  return (
    <Answered query={query} lines={12}>
      {(document) => (
        <div className="off-policy-answer" aria-busy={query.isPlaceholderData}>
          <Told document={document} decision={decision} request={request} />
        </div>
      )}
    </Answered>
  )
}

function Told(props: { document: OffPolicyDocument; decision: DecisionDocument; request: OffPolicyRequest }) {
  const { document, decision, request } = props
  const system = useSystem()
  const [policy] = document.policies
  if (policy === undefined) return <Empty title="Nothing was evaluated." />
  const unit = unitOfReward(system, decision, document.reward)
  const typescript = callText(system.name, 'offPolicy', decision.name, request)
  const copy = (
    <CopyAs
      of="the estimates"
      sql={loggedAddress(system.name, decision.name, request)}
      typescript={typescript}
    />
  )
  return (
    <>
      <VerdictBox document={document} policy={policy} unit={unit} />
      {policy.estimates.length > 0 && (
        <Panel
          title={
            policy.verdict === 'refused' ? 'What estimators say all the same' : 'What it would have earned'
          }
          aside={copy}
        >
          <p className="off-policy-agreement">
            {policy.verdict === 'refused'
              ? 'None of these is to be relied on, whether they agree or not.'
              : agreementWords(policy)}
          </p>
          <EstimateTable document={document} policy={policy} unit={unit} />
        </Panel>
      )}
      {policy.estimates.length > 0 && (
        <div className="off-policy-columns">
          <Panel title="How well the log covers it">
            <Coverage policy={policy} rows={document.rows} />
          </Panel>
          <Panel title="What it would do">
            <WouldDo policy={policy} decision={decision} />
          </Panel>
        </div>
      )}
      {policy.rules.length > 0 && (
        <Panel title="The rules it was judged by">
          <RuleList rules={policy.rules} />
        </Panel>
      )}
    </>
  )
}
