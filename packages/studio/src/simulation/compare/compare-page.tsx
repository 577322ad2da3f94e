import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { SimulationSummary } from 'holon'
import { useMemo } from 'react'
import { formatTime } from '../../format/time.ts'
import { Page } from '../../look/page.tsx'
import { Answered, Empty } from '../../look/state.tsx'
import { useSystem } from '../../shell/system.ts'
import { runQuery, runsQuery } from '../queries.ts'
import { runSize, runTitle } from '../run-words.ts'
import '../simulation.css'
import { Comparison } from './comparison.tsx'

const route = getRouteApi('/systems/$system/simulation/compare')

/** Two runs that are kept, beside each other. */
export function ComparePage() {
  const { name } = useSystem()
  const { a, b } = route.useSearch()
  const runs = useQuery(runsQuery(name))
  return (
    <Page
      title="Compare two runs"
      lead="With one seed, both met the same people in the same mood: what differs is the version."
      wide
    >
      <div className="simulation">
        <Answered query={runs} lines={2}>
          {(runs) => <Choice runs={runs.filter(({ request }) => request.compare === undefined)} />}
        </Answered>
        {a !== undefined && b !== undefined ? (
          <Compared system={name} a={a} b={b} />
        ) : (
          <Empty title="Choose two runs." />
        )}
      </div>
    </Page>
  )
}

function Choice({ runs }: { runs: readonly SimulationSummary[] }) {
  const { a, b } = route.useSearch()
  const navigate = route.useNavigate()
  const options = [
    { value: '', label: 'choose a run' },
    ...runs.map(({ id, request, startedAt }) => ({
      value: id,
      label: `${runTitle(request)}: ${runSize(request)}, ${formatTime(startedAt)}`,
    })),
  ]
  const choose = (part: 'a' | 'b') => (event: { currentTarget: { value: string } }) => {
    const { value } = event.currentTarget
    void navigate({
      search: ({ [part]: _, ...rest }) => ({ ...rest, ...(value !== '' && { [part]: value }) }),
      replace: true,
    })
  }
  return (
    <div className="compare-choice">
      <NativeSelect size="sm" label="A, what was" value={a ?? ''} data={options} onChange={choose('a')} />
      <NativeSelect
        size="sm"
        label="B, what is proposed"
        value={b ?? ''}
        data={options}
        onChange={choose('b')}
      />
    </div>
  )
}

function Compared({ system, a, b }: { system: string; a: string; b: string }) {
  const before = useQuery(runQuery(system, a))
  const after = useQuery(runQuery(system, b))
  const one = before.data?.documents[0]
  const other = after.data?.documents[0]
  const two = useMemo(
    () => (one === undefined || other === undefined ? undefined : ([one, other] as const)),
    [one, other],
  )
  return (
    <Answered query={before}>
      {(before) => (
        <Answered query={after}>
          {(after) =>
            two === undefined ? (
              <Empty title="One of them has no report yet." />
            ) : (
              <Comparison documents={two} names={[runTitle(before.request), runTitle(after.request)]} />
            )
          }
        </Answered>
      )}
    </Answered>
  )
}
