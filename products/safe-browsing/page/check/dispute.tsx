import { ReportForm } from '@holon/react'
import type { Visited } from '../../extension/warned.ts'
import { type Claim, useReport } from '../../parts/use-report.ts'
import { client } from '../holon.ts'
import { subject } from './use-visit.ts'

const wrongly = { harmless: 'I know this page, it is harmless', mine: 'It is my own page' }
const missed = { phishing: 'This page is a trap, and nothing was said' }

/** Tells a reviewer that a result is wrong, or that something was missed. */
export function Dispute({ visited }: { visited: Omit<Visited, 'told'> }) {
  return visited.experience === 'nothing' ? (
    <Form visited={visited} title="Report a trap that was missed" claims={missed} />
  ) : (
    <Form visited={visited} title="Report an incorrect warning" claims={wrongly} />
  )
}

interface FormProps<C extends Claim> {
  readonly visited: Omit<Visited, 'told'>
  readonly title: string
  readonly claims: Readonly<Record<C, string>>
}

function Form<C extends Claim>({ visited, title, claims }: FormProps<C>) {
  const report = useReport<C>(client, visited, subject)
  return (
    <details>
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
