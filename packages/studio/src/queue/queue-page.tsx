import { NativeSelect, SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { CaseDocument } from 'holon'
import { useEffect, useRef } from 'react'
import { Page } from '../look/page.tsx'
import { Answered, Empty } from '../look/state.tsx'
import { useSystem } from '../shell/system.ts'
import { CaseList } from './case-list.tsx'
import { CaseView } from './case-view.tsx'
import type { QueueFilters } from './filters.ts'
import { hasLatch, recipientsOf } from './hands-over.ts'
import { LatchPanel } from './latch-panel.tsx'
import { queueQuery } from './queries.ts'
import './queue-page.css'
import { NameProvider, YourName } from './your-name.tsx'

const route = getRouteApi('/systems/$system/queue')

/** For the people who take over: what waits for them, why, and until when; and their answer. */
export function QueuePage() {
  const { decisions } = useSystem()
  const people = recipientsOf(decisions)
  return (
    <NameProvider>
      <Page
        title="Queue"
        lead="What was handed to a person, with all that is known about it. The answer goes back, and becomes what models learn from."
        controls={<Controls people={people} />}
      >
        {people.length > 0 && <Cases />}
        {decisions.some(hasLatch) && <LatchPanel />}
        {people.length === 0 && !decisions.some(hasLatch) && (
          <Empty title="Nothing here is handed to people." />
        )}
      </Page>
    </NameProvider>
  )
}

function Controls({ people }: { people: readonly string[] }) {
  const filters = route.useSearch()
  const navigate = route.useNavigate()
  const go = (search: QueueFilters) => void navigate({ search, replace: true })
  return (
    <>
      <YourName />
      {people.length > 1 && (
        <NativeSelect
          label="For"
          size="sm"
          value={filters.to ?? ''}
          data={[{ value: '', label: 'everybody' }, ...people]}
          onChange={({ currentTarget: { value } }) => {
            const { to: _, case: __, ...rest } = filters
            go({ ...rest, ...(value !== '' && { to: value }) })
          }}
        />
      )}
      {people.length > 0 && (
        <SegmentedControl
          aria-label="Which cases"
          size="sm"
          value={filters.done === true ? 'Answered' : 'Waiting'}
          data={['Waiting', 'Answered']}
          onChange={(value) => {
            const { done: _, case: __, ...rest } = filters
            go({ ...rest, ...(value === 'Answered' && { done: true }) })
          }}
        />
      )}
    </>
  )
}

function Cases() {
  const filters = route.useSearch()
  const { name: system } = useSystem()
  const query = useQuery(queueQuery(system, filters.done === true ? 'answered' : 'open'))
  const { data: answered } = useQuery({
    ...queueQuery(system, 'answered'),
    enabled: filters.case !== undefined,
  })
  return (
    <Answered query={query} lines={6}>
      {(all) => {
        const cases = all.filter((one) => filters.to === undefined || one.to === filters.to)
        const chosen = [...cases, ...(answered ?? [])].find((one) => one.id === filters.case)
        return <Desk cases={cases} chosen={chosen} filters={filters} />
      }}
    </Answered>
  )
}

/** The list beside the chosen case; on a narrow screen one of them, the list again by a link. */
function Desk(props: {
  cases: readonly CaseDocument[]
  chosen: CaseDocument | undefined
  filters: QueueFilters
}) {
  const { cases, chosen, filters } = props
  const view = useFocusOnChange(chosen?.id)
  return (
    <div className="desk" data-open={chosen !== undefined}>
      <div className="desk-list">
        {cases.length === 0 ? (
          <Empty title={filters.done === true ? 'Nothing was answered within a month.' : 'Nothing waits.'} />
        ) : (
          <CaseList cases={cases} filters={filters} chosen={chosen?.id} />
        )}
      </div>
      {chosen !== undefined && (
        <div className="desk-case" ref={view} tabIndex={-1}>
          <BackToList filters={filters} />
          <CaseView key={chosen.id} one={chosen} />
        </div>
      )}
    </div>
  )
}

function BackToList({ filters: { case: _, ...rest } }: { filters: QueueFilters }) {
  const { name: system } = useSystem()
  return (
    <Link className="desk-back" to="/systems/$system/queue" params={{ system }} search={rest}>
      All cases
    </Link>
  )
}

/** Takes the keyboard to the case that was chosen; not to one that was there when the page came. */
function useFocusOnChange(id: string | undefined) {
  const view = useRef<HTMLDivElement>(null)
  const shown = useRef(id)
  useEffect(() => {
    if (shown.current !== id) view.current?.focus({ preventScroll: true })
    shown.current = id
  }, [id])
  return view
}
