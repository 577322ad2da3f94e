import { IconCircleCheckFilled, IconCircleDashed, IconCircleX } from '@tabler/icons-react'
import type { KnowledgeVerdict, OffPolicyDocument, PolicyEvaluation } from 'holon'
import { basisWords, verdictWords } from '../experience/rewards.ts'
import { formatInUnit } from '../format/unit.ts'
import { sizeIn, valueIn } from './value-words.ts'

const icons: Readonly<Record<KnowledgeVerdict, typeof IconCircleX>> = {
  known: IconCircleCheckFilled,
  weak: IconCircleDashed,
  refused: IconCircleX,
}

/** Whether the log can know, and what it says; where it cannot, why, and what would make it possible. */
export function VerdictBox(props: { document: OffPolicyDocument; policy: PolicyEvaluation; unit: string }) {
  const { document, policy, unit } = props
  const { verdict, because, needed } = policy
  const Icon = icons[verdict]
  const reasons = needed === null ? because : because.slice(0, -1)
  return (
    <section className="off-policy-verdict" data-verdict={verdict} role="status" aria-label="Verdict">
      <h2>
        <Icon size={20} aria-hidden="true" />
        {verdictWords(verdict)}
      </h2>
      {verdict !== 'refused' && <Said document={document} policy={policy} unit={unit} />}
      {reasons.length > 0 && (
        <>
          <h3>{verdict === 'refused' ? 'Why it cannot' : 'What to be careful about'}</h3>
          <ul>
            {reasons.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </>
      )}
      {needed !== null && (
        <div className="off-policy-needed">
          <h3>What would make it possible</h3>
          <p>{because.at(-1)}</p>
        </div>
      )}
      <p className="small quiet">{basisWords(document)} Intervals hold 95 of 100 times.</p>
    </section>
  )
}

function Said({
  document,
  policy,
  unit,
}: {
  document: OffPolicyDocument
  policy: PolicyEvaluation
  unit: string
}) {
  const { difference } = policy
  const way = (difference.value ?? 0) < 0 ? 'less' : 'more'
  const isClear = difference.interval !== null && (difference.interval[0] > 0 || difference.interval[1] < 0)
  return (
    <p className="off-policy-said">
      “{policy.name}” would have earned <b>{valueIn(policy, unit)}</b>
      {difference.value !== null && document.logged.value !== null && (
        <>
          : <b>{isClear ? `${sizeIn(difference.value, unit)} ${way}` : 'no clear difference'}</b> than what
          ran earned, {formatInUnit(document.logged.value, unit)}
        </>
      )}
      .
    </p>
  )
}
