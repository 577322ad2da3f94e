import type { Client } from '@holon/client'
import { ReportForm } from '@holon/react'
import type { Visited } from '../extension/warned.ts'
import type { safeBrowsing } from '../system.ts'
import './dispute.css'
import { type Claim, useReport } from './use-report.ts'

/** Properties of `Dispute`. */
export interface DisputeProps<C extends Claim> {
  readonly client: Pick<Client<typeof safeBrowsing>, 'decide' | 'feedback'>
  readonly visited: Omit<Visited, 'told'>
  readonly person: string
  readonly title: string
  readonly claims: Readonly<Record<C, string>>
}

/** Tells a reviewer that what was said of an address is wrong, folded away until somebody wants to. */
export function Dispute<C extends Claim>({ client, visited, person, title, claims }: DisputeProps<C>) {
  const report = useReport<C>(client, visited, person)
  return (
    <details className="dispute">
      <summary>{title}</summary>
      <ReportForm
        field={report}
        categories={claims}
        words={{
          title: 'A person will look at it; nothing changes by itself.',
          category: 'What is wrong?',
          text: 'What should the reviewer know? (optional)',
        }}
      />
      <p role="status">
        {report.said}
        {report.status === 'failed' &&
          'The server cannot be reached. Your report was not sent; try again later.'}
      </p>
    </details>
  )
}

/** What can be wrong with a note or a warning. */
export const wrongly = {
  harmless: 'I know this page, it is harmless',
  mine: 'It is my own page',
} as const
