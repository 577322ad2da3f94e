import { ActionIcon, Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import type { SimulationSummary } from 'holon'
import { useState } from 'react'
import { formatTime } from '../../format/time.ts'
import { Empty, Failure } from '../../look/state.tsx'
import { useForget } from '../queries.ts'
import { changedSettings, runSize, runTitle } from '../run-words.ts'
import { StateMark } from '../state-mark.tsx'
import './run-list.css'

/** All runs that are kept. Two can be chosen, to be compared. */
export function RunList({ runs }: { runs: readonly SimulationSummary[] }) {
  const [chosen, choose] = useState<readonly string[]>([])
  const [system] = runs.map((run) => run.system)
  const forget = useForget(system ?? '')
  if (runs.length === 0) {
    return (
      <div className="runs-none">
        <Empty title="Nothing was simulated yet.">Choose what is to happen, and run it.</Empty>
      </div>
    )
  }
  return (
    <>
      {forget.isError && <Failure error={forget.error} />}
      <ul className="runs">
        {runs.map((run) => (
          <RunRow
            key={run.id}
            run={run}
            chosen={chosen.includes(run.id)}
            choose={(on) =>
              choose(on ? [...chosen, run.id].slice(-2) : chosen.filter((one) => one !== run.id))
            }
            forget={() => {
              choose(chosen.filter((one) => one !== run.id))
              forget.mutate(run.id)
            }}
          />
        ))}
      </ul>
      <CompareBar runs={runs} chosen={chosen} />
    </>
  )
}

function RunRow(props: {
  run: SimulationSummary
  chosen: boolean
  choose: (on: boolean) => void
  forget: () => void
}) {
  const { run, chosen, choose } = props
  const { id, system, state, startedAt, request, progress, injected } = run
  const title = runTitle(request)
  const befell = [...(request.scenarios ?? []), ...injected.map(({ scenario }) => scenario)]
  const settings = changedSettings(request)
  const isOver = state === 'done' || state === 'failed'
  return (
    <li className="run-row">
      <input
        type="checkbox"
        aria-label={`Choose ${title}, ${runSize(request)}, to compare`}
        checked={chosen}
        disabled={request.compare !== undefined}
        onChange={({ currentTarget }) => choose(currentTarget.checked)}
      />
      <div className="run-words">
        <Link to="/systems/$system/simulation/$run" params={{ system, run: id }} className="row-link">
          <b>{title}</b>
        </Link>
        <p className="small quiet">
          {runSize(request)}
          {befell.length > 0 && ` · ${befell.join(', ')}`}
          {settings !== '' && ` · ${settings}`}
        </p>
      </div>
      <div className="run-stand">
        <StateMark state={state} />
        <span className="small quiet">
          {isOver ? (
            <time dateTime={new Date(startedAt).toISOString()}>{formatTime(startedAt)}</time>
          ) : (
            `day ${Math.floor(progress.day)} of ${progress.of}`
          )}
        </span>
      </div>
      <ActionIcon
        className="run-forget"
        aria-label={`Forget ${title}, ${runSize(request)}`}
        onClick={props.forget}
      >
        <IconX size={16} />
      </ActionIcon>
    </li>
  )
}

function CompareBar({ runs, chosen }: { runs: readonly SimulationSummary[]; chosen: readonly string[] }) {
  const navigate = useNavigate()
  // The older of the two comes first: what was before, then what is proposed.
  const two = runs.filter(({ id }) => chosen.includes(id)).toReversed()
  const [a, b] = two
  return (
    <div className="runs-foot">
      <p className="small quiet">
        {two.length === 2 ? 'Two runs are chosen.' : 'Choose two runs to see what differs.'}
      </p>
      <Button
        size="sm"
        disabled={a === undefined || b === undefined}
        onClick={() => {
          if (a === undefined || b === undefined) return
          void navigate({
            to: '/systems/$system/simulation/compare',
            params: { system: a.system },
            search: { a: a.id, b: b.id },
          })
        }}
      >
        Compare them
      </Button>
    </div>
  )
}
