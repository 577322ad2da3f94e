import { useQuery } from '@tanstack/react-query'
import { Page } from '../look/page.tsx'
import { Answered, Empty } from '../look/state.tsx'
import { useSystem } from '../shell/system.ts'
import { fairnessQuery } from './queries.ts'
import { Report } from './report.tsx'

/** How groups of people fare, decision by decision: measured on the system, after everything that decides about them. */
export function FairnessPage() {
  const { fairness } = useSystem()
  const decisions = [...new Set(fairness.map((one) => one.decision))]
  return (
    <Page
      title="Fairness"
      lead="How groups of people fare after threshold, experience, guardrail and their own response."
    >
      {decisions.length === 0 && (
        <Empty title="Nobody said which groups to compare.">
          Declare it with fairness(…), and list it under fairness of the system.
        </Empty>
      )}
      {decisions.map((decision) => (
        <OfDecision key={decision} decision={decision} />
      ))}
    </Page>
  )
}

function OfDecision({ decision }: { decision: string }) {
  const { name } = useSystem()
  const query = useQuery(fairnessQuery(name, decision))
  return (
    <Answered query={query} lines={12}>
      {({ reports }) =>
        reports.map((report) => <Report key={report.name} report={report} decision={decision} />)
      }
    </Answered>
  )
}
