import { Thumbs, useExposure, Why } from '@holon/react'
import type { Explanation } from 'holon'
import { useEffect, useRef } from 'react'
import type { Address } from '../../domain/address.ts'
import { reasonsFor } from '../../domain/reasons.ts'
import { AddressParts } from '../../parts/address-parts.tsx'
import { ReasonList } from '../../parts/reason-list.tsx'
import { useFeedback } from '../holon.ts'
import { DisputeResult } from './dispute.tsx'
import './result.css'
import { useVisit } from './use-visit.ts'
import { verdictOf } from './verdict.ts'

/** What is seen in an address, and what it would be met with. */
export function Result({ address }: { address: Address }) {
  const visit = useVisit(address)
  const answer = visit?.id == null ? undefined : visit
  const feedback = useFeedback(answer)
  const seen = useExposure(answer)
  const heading = useRef<HTMLHeadingElement>(null)
  const answered = visit !== undefined
  useEffect(() => {
    if (answered) heading.current?.focus()
  }, [answered])
  if (visit === undefined) return <p role="status">One moment…</p>
  const reasons = visit.parameters?.reasons ?? reasonsFor(address).map(({ says }) => says)
  const verdict = verdictOf(visit.experience, address)
  return (
    <section className="result" data-met={visit.experience} ref={seen} aria-labelledby="verdict">
      <h2 id="verdict" ref={heading} tabIndex={-1}>
        {verdict.title}
      </h2>
      <AddressParts address={address} />
      <p>{verdict.meaning}</p>
      {reasons.length > 0 && <h3>{verdict.reasons}</h3>}
      <ReasonList reasons={reasons} />
      {visit.away && (
        <p className="result-away">
          The server is away. Lists and the model in this page decided alone; nothing was recorded.
        </p>
      )}
      {answer?.explanation !== undefined && (
        <Why
          explanation={inWords(answer.explanation)}
          words={{ why: 'How the model weighed it', by: points }}
        />
      )}
      {visit.experience === 'nothing' ? (
        <Thumbs
          field={feedback.field('wouldType')}
          question="Would you type a password on this page now?"
          words={{ up: 'Yes', down: 'No' }}
        />
      ) : (
        <Thumbs field={feedback.field('useful')} question="Was this useful?" />
      )}
      <DisputeResult visited={{ address: address.href, id: visit.id, experience: visit.experience }} />
    </section>
  )
}

/** The weights of the model without its sentences, and with yes and no for what is there or not. */
function inWords({ facts, ...rest }: Explanation): Explanation {
  const said = (value: string): string => (value === 'true' ? 'yes' : value === 'false' ? 'no' : value)
  return {
    ...rest,
    facts: facts.map((one) => ({ ...one, value: said(one.value), reference: said(one.reference) })),
    sentences: [],
  }
}

/** Percentage points by which a sign moved the estimate, where half of the addresses are phishing. */
function points(by: number): string {
  return `${by < 0 ? '\u2212' : '+'}${Math.round(Math.abs(by) * 100)} points`
}
