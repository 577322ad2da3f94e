import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { DecisionDocument } from 'holon'
import { formatSentence } from '../format/json.ts'
import { Page } from '../look/page.tsx'
import { Answered, Empty } from '../look/state.tsx'
import { NameProvider } from '../queue/your-name.tsx'
import { useSystem } from '../shell/system.ts'
import { Designer } from './designer.tsx'
import { tuningsQuery } from './queries.ts'
import { versionsOf } from './versions.ts'

const route = getRouteApi('/systems/$system/experience/$decision')

/** How forceful a decision is: what its experiences are worth, what follows from that, and what happened by it. */
export function ExperiencePage() {
  const system = useSystem()
  const { decision: name } = route.useParams()
  const decision = system.decisions.find((one) => one.name === name)
  if (decision === undefined) {
    return (
      <Page title={name}>
        <Empty title="This system has no such decision.">Choose Experience in the navigation.</Empty>
      </Page>
    )
  }
  return (
    <Page
      title={decision.name}
      lead={formatSentence(decision.does)}
      {...(system.decisions.length > 1 && { controls: <Choice of={decision} /> })}
    >
      <Loaded key={decision.name} decision={decision} />
    </Page>
  )
}

function Choice({ of }: { of: DecisionDocument }) {
  const { decisions } = useSystem()
  const navigate = route.useNavigate()
  return (
    <NativeSelect
      aria-label="Decision"
      size="sm"
      value={of.name}
      data={decisions.map((one) => one.name)}
      onChange={({ currentTarget }) =>
        void navigate({ params: (now) => ({ ...now, decision: currentTarget.value }) })
      }
    />
  )
}

function Loaded({ decision }: { decision: DecisionDocument }) {
  const { name } = useSystem()
  const query = useQuery(tuningsQuery(name))
  return (
    <Answered query={query} lines={12}>
      {(all) => (
        <NameProvider>
          <Designer decision={decision} versions={versionsOf(all, decision.name)} />
        </NameProvider>
      )}
    </Answered>
  )
}
