import { NativeSelect, SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { callText } from '../copy/call.ts'
import { CopyAs } from '../copy/copy-as.tsx'
import { formatName } from '../format/json.ts'
import { Page } from '../look/page.tsx'
import { Answered, Empty } from '../look/state.tsx'
import { LoopNotices } from '../loops/loop-notices.tsx'
import { useSystem } from '../shell/system.ts'
import { goalsAddress, goalsQuery } from '../wire/queries.ts'
import { GoalTree } from './goal-tree.tsx'
import { type Range, ranges } from './view.ts'

const route = getRouteApi('/systems/$system/goals')

/** The goals in their five layers, measured over a chosen time. */
export function GoalsPage() {
  const system = useSystem()
  const { range = 'all', slice } = route.useSearch()
  const back = ranges.find((one) => one.range === range)?.back
  const query = useQuery(goalsQuery(system.name, { back, slice }))
  // Of the very time that is shown.
  const from = back === undefined ? undefined : query.dataUpdatedAt - back
  return (
    <Page
      title="Goals"
      lead="Each goal with its measured value, its 95% interval against the target, and what it is good for one layer up."
      controls={
        <>
          <CopyAs
            of="the goals"
            sql={goalsAddress(system.name, { from, slice })}
            typescript={callText(system.name, 'goals', { from, slice })}
          />
          <Controls />
        </>
      }
      wide
    >
      <LoopNotices />
      <Answered query={query} lines={12}>
        {(goals) =>
          goals.length === 0 ? (
            <Empty title="No goal is declared.">
              Say what the system is for with <code>goal(…)</code> in its declaration.
            </Empty>
          ) : (
            <GoalTree goals={goals} busy={query.isPlaceholderData} />
          )
        }
      </Answered>
    </Page>
  )
}

function Controls() {
  const system = useSystem()
  const { range = 'all', slice } = route.useSearch()
  const navigate = route.useNavigate()
  const fields = publicFields(system.decisions)
  return (
    <>
      <SegmentedControl
        aria-label="Time"
        value={range}
        data={ranges.map((one) => ({ value: one.range, label: one.label }))}
        onChange={(value) =>
          void navigate({ search: (now) => ({ ...now, range: value as Range }), replace: true })
        }
      />
      <NativeSelect
        aria-label="Slice"
        size="xs"
        value={slice ?? ''}
        data={[
          { value: '', label: 'Not sliced' },
          ...fields.map((field) => ({ value: field, label: `By ${formatName(field)}` })),
        ]}
        onChange={({ currentTarget }) =>
          void navigate({ search: (now) => ({ ...now, slice: currentTarget.value }), replace: true })
        }
      />
    </>
  )
}

function publicFields(decisions: ReturnType<typeof useSystem>['decisions']): readonly string[] {
  const fields = decisions.flatMap(({ dataClasses }) =>
    Object.keys(dataClasses).filter((field) => dataClasses[field] === 'public'),
  )
  return [...new Set(fields)]
}
