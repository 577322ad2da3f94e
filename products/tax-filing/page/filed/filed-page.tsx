import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useMemo } from 'react'
import { computeReturn } from '../../domain/compute.ts'
import { answersToReturn } from '../../domain/interview.ts'
import type { Draft } from '../draft/draft.ts'
import { HouseholdQuestion } from '../feedback/household-question.tsx'
import { saidOf } from '../feedback/say.ts'
import { StarQuestion } from '../feedback/star-question.tsx'
import { toTheCent } from '../look/amount.ts'
import { endingOf } from '../look/settlement.ts'
import { Link } from '../shell/link.tsx'
import { PageTitle } from '../shell/page-title.tsx'
import './filed-page.css'

/** The end: what to do with the summary now, and one question about the whole. */
export function FiledPage({ draft }: { draft: Draft }) {
  const { answers, decisions } = draft
  const result = useMemo(() => computeReturn(answersToReturn(answers)), [answers])
  const { kind, label, amount } = endingOf(result.settlement)
  const decision = decisions.at(-1)
  return (
    <main className="narrow filed" id="main">
      <PageTitle>Your summary is ready</PageTitle>
      <p className="filed-ending">
        {label}
        {kind !== 'even' && <strong className="sum"> {toTheCent(amount)}</strong>}
      </p>
      <p>
        This product does not transmit returns to the IRS. Print the summary and copy its lines into the forms
        it names, on paper or in the IRS’s own fillable forms.
      </p>
      <Button size="lg" leftSection={<IconPrinter size={20} aria-hidden />} onClick={() => print()}>
        Print the summary
      </Button>
      {decision !== undefined && (
        <div className="sheet">
          <StarQuestion decision={decision} said={saidOf(draft, decision)} />
          <p className="small">
            Whether the IRS examines a return, and whether that changes it, shows only years later. Only then
            can anyone tell if the meter was right, so a service that shows one has to ask again.
          </p>
        </div>
      )}
      {decision !== undefined && (
        <div className="sheet">
          <HouseholdQuestion decision={decision} said={saidOf(draft, decision)} />
        </div>
      )}
      <p className="filed-more">
        <Link to={{ view: 'result' }}>Back to the result</Link>
        <Link to={{ view: 'start' }}>Start another return</Link>
      </p>
    </main>
  )
}
