import type { Client } from '@holon/client'
import { ReportForm } from '@holon/react'
import { useReport } from '../../parts/use-report.ts'
import type { safeBrowsing } from '../../system.ts'
import type { Visited } from '../warned.ts'

const claims = { harmless: 'I know this page, it is harmless', mine: 'It is my own page' } as const

/** Reports an incorrect warning; a person looks at it. */
export function Dispute(props: { client: Client<typeof safeBrowsing>; visited: Visited; person: string }) {
  const { client, visited, person } = props
  const report = useReport<keyof typeof claims>(client, visited, person)
  return (
    <details className="dispute">
      <summary>Report an incorrect warning</summary>
      <ReportForm
        field={report}
        categories={claims}
        words={{
          title: 'A person will look at it; nothing changes by itself.',
          category: 'Why is it incorrect?',
          text: 'What should the reviewer know? (optional)',
        }}
      />
      <p role="status">
        {report.said}
        {report.status === 'failed' &&
          'The server of Look twice cannot be reached. Your report was not sent; try again later.'}
      </p>
    </details>
  )
}
