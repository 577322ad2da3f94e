import { Button } from '@mantine/core'
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useRecent } from '../live/live.tsx'
import { Page } from '../look/page.tsx'
import { Empty, Failure, Waiting } from '../look/state.tsx'
import { useSystem } from '../shell/system.ts'
import type { Decided } from '../wire/entries.ts'
import { fetchLatest, latestQuery } from '../wire/queries.ts'
import { DecisionTable } from './decision-table.tsx'
import './decisions-page.css'
import { FilterBar } from './filter-bar.tsx'
import { passes } from './filters.ts'

const route = getRouteApi('/systems/$system/decisions')

/** Every decision as it is taken. */
export function DecisionsPage() {
  const system = useSystem()
  const filters = route.useSearch()
  const first = useQuery(latestQuery(system.name))
  const { shown, waiting, paused, toggle } = usePausable(useRecent())
  const older = useOlder(system.name, first.data?.next ?? null)
  const all = shown === undefined ? undefined : join(shown, older.decisions)
  const passing = all?.filter((decided) => passes(decided, filters))
  return (
    <Page
      title="Decisions"
      lead="Every decision, newest first, as it is taken. Open one to see how it came about."
      controls={
        <Button
          size="sm"
          onClick={toggle}
          leftSection={paused ? <IconPlayerPlay size={16} /> : <IconPlayerPause size={16} />}
        >
          {paused ? `Go on${waiting > 0 ? ` (${waiting} new)` : ''}` : 'Pause'}
        </Button>
      }
      wide
    >
      <FilterBar decisions={system.decisions} />
      {first.isError && <Failure error={first.error} retry={() => void first.refetch()} />}
      {passing === undefined && !first.isError && <Waiting lines={12} />}
      {passing !== undefined && passing.length > 0 && <DecisionTable decisions={passing} />}
      {all?.length === 0 && (
        <Empty title="Nothing was decided yet.">
          <Link to="/systems/$system/try" params={{ system: system.name }}>
            Take a decision by hand
          </Link>{' '}
          or open the product.
        </Empty>
      )}
      {all !== undefined && all.length > 0 && passing?.length === 0 && (
        <Empty title="None of the loaded decisions passes the filters.">
          Clear them, or load older ones.
        </Empty>
      )}
      {older.failure !== null && <Failure error={older.failure} />}
      {older.more && (
        <div className="older">
          <Button size="sm" loading={older.loading} onClick={older.load}>
            Load older decisions
          </Button>
        </div>
      )}
    </Page>
  )
}

/** Holds the list still on request, and counts what came meanwhile. */
function usePausable(recent: readonly Decided[] | undefined) {
  const [held, setHeld] = useState<readonly Decided[]>()
  const newest = held?.[0]
  const waiting = newest === undefined ? 0 : (recent ?? []).findIndex((decided) => decided.id === newest.id)
  return {
    shown: held ?? recent,
    paused: held !== undefined,
    waiting: waiting < 0 ? (recent?.length ?? 0) : waiting,
    toggle: () => setHeld(held === undefined ? recent : undefined),
  }
}

/** Pages before the first one, as far as they were asked for. */
function useOlder(system: string, first: number | null) {
  const [decisions, setDecisions] = useState<readonly Decided[]>([])
  const [next, setNext] = useState<number | null>()
  const before = next === undefined ? first : next
  const load = useMutation({
    mutationFn: () => fetchLatest(system, 200, before ?? undefined),
    onSuccess: (page) => {
      setDecisions((earlier) => [...earlier, ...page.decisions])
      setNext(page.next)
    },
  })
  return {
    decisions,
    more: before !== null,
    loading: load.isPending,
    failure: load.error,
    load: () => load.mutate(),
  }
}

function join(recent: readonly Decided[], older: readonly Decided[]): readonly Decided[] {
  const known = new Set(recent.map((decided) => decided.id))
  return [...recent, ...older.filter((decided) => !known.has(decided.id))]
}
