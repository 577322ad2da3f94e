import type { DecisionDocument, PolicyEvaluation } from 'holon'
import { formatShare } from '../format/number.ts'
import { Experience } from '../look/experience.tsx'

/** The share of each experience, guardrails and limits included. */
export function WouldDo({ policy, decision }: { policy: PolicyEvaluation; decision: DecisionDocument }) {
  return (
    <>
      <ol className="off-policy-shares">
        {decision.experiences.map(({ name, style }) => {
          const share = policy.shares[name] ?? 0
          return (
            <li key={name}>
              <Experience name={name} style={style} />
              <span className="off-policy-bar" aria-hidden="true">
                <i style={{ width: `${(share * 100).toFixed(1)}%` }} />
              </span>
              <span>{formatShare(share)}</span>
            </li>
          )
        })}
      </ol>
      <p className="small quiet">Guardrails and limits run last, as for every policy.</p>
    </>
  )
}
