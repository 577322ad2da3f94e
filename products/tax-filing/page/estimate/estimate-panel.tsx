import { ActionIcon } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconChevronUp } from '@tabler/icons-react'
import { useState } from 'react'
import { toTheDollar } from '../look/amount.ts'
import { Ledger } from '../look/ledger.tsx'
import { endingOf } from '../look/settlement.ts'
import { entriesOf } from './entries.ts'
import type { Estimate } from './estimate.ts'
import './estimate-panel.css'

/** The running result: beside the interview where there is room, as a bar at the foot of a phone. */
export function EstimatePanel({ estimate }: { estimate: Estimate | undefined }) {
  const [open, setOpen] = useState(false)
  const words = wordsFor(estimate)
  // A screen reader hears the amount once typing pauses, not at every digit.
  const [spoken] = useDebouncedValue(`${words.label} ${words.amount}`, 1200)
  return (
    <section className="estimate" aria-label="Estimate" data-open={open || undefined}>
      <div className="estimate-head">
        <span className="estimate-label">{words.label}</span>
        <span className="estimate-amount sum">{words.amount}</span>
        <ActionIcon
          className="estimate-toggle"
          aria-label="Show how it adds up"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <IconChevronUp size={20} aria-hidden />
        </ActionIcon>
      </div>
      <div className="estimate-more">
        {estimate !== undefined && <Ledger entries={entriesOf(estimate.result)} />}
        <p className="small">{words.note}</p>
      </div>
      <p className="unseen" role="status">
        {spoken}
      </p>
    </section>
  )
}

function wordsFor(estimate: Estimate | undefined): { label: string; amount: string; note: string } {
  if (estimate === undefined) {
    return { label: 'Estimate', amount: '–', note: 'It starts once you choose a filing status.' }
  }
  const { result, missing } = estimate
  const { kind, label, amount } = endingOf(result.settlement)
  const complete = missing.length === 0
  const soFar = kind === 'even' ? 'Even' : label
  return {
    label: complete ? soFar : `${soFar}, so far`,
    amount: toTheDollar(amount),
    note: complete
      ? 'Every question that counts is answered.'
      : 'What is not answered yet counts as no or zero.',
  }
}
