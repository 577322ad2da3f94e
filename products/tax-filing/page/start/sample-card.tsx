import { useMemo } from 'react'
import { computeReturn } from '../../domain/compute.ts'
import { answersToReturn } from '../../domain/interview.ts'
import type { Sample } from '../../domain/samples.ts'
import { toTheDollar } from '../look/amount.ts'
import { endingOf } from '../look/settlement.ts'
import './sample-card.css'

/** A sample return with what it comes to. */
export function SampleCard({ sample, onChoose }: { sample: Sample; onChoose: () => void }) {
  const { kind, amount } = useMemo(
    () => endingOf(computeReturn(answersToReturn(sample.answers)).settlement),
    [sample],
  )
  return (
    <li>
      <button type="button" className="sample" onClick={onChoose}>
        <span className="sample-title">{sample.title}</span>
        <span className="sample-words">{sample.description}</span>
        <span className="sample-end">
          {kind === 'refund' ? 'Refund' : 'Owes'} <span className="sum">{toTheDollar(amount)}</span>
        </span>
      </button>
    </li>
  )
}
