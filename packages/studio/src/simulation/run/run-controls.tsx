import { Button, NativeSelect } from '@mantine/core'
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { SimulationRun } from 'holon'
import { useState } from 'react'
import { Failure } from '../../look/state.tsx'
import { useIntervene, worldQuery } from '../queries.ts'
import './run-controls.css'

/** What can be done with a run: held, let go on, given something to cope with; or taken as a beginning of others. */
export function RunControls({ run }: { run: SimulationRun }) {
  const intervene = useIntervene(run.system, run.id)
  const isOpen = run.state === 'running' || run.state === 'paused'
  return (
    <div className="run-controls">
      {isOpen && <Inject run={run} intervene={intervene} />}
      {isOpen && (
        <Button
          size="sm"
          variant="filled"
          className="run-hold"
          onClick={() => intervene.mutate({ do: run.state === 'running' ? 'pause' : 'resume' })}
          leftSection={run.state === 'running' ? <IconPlayerPause size={16} /> : <IconPlayerPlay size={16} />}
        >
          {run.state === 'running' ? 'Pause' : 'Go on'}
        </Button>
      )}
      {!isOpen && <Further run={run} />}
      {intervene.isError && <Failure error={intervene.error} />}
    </div>
  )
}

function Inject({ run, intervene }: { run: SimulationRun; intervene: ReturnType<typeof useIntervene> }) {
  const { data: world } = useQuery(worldQuery(run.system))
  const [scenario, choose] = useState('')
  if (world === undefined || world.scenarios.length === 0) return null
  return (
    <form
      className="run-inject"
      onSubmit={(event) => {
        event.preventDefault()
        intervene.mutate({ do: 'inject', scenario }, { onSuccess: () => choose('') })
      }}
    >
      <NativeSelect
        aria-label="Scenario to let happen now"
        size="sm"
        required
        value={scenario}
        data={[{ value: '', label: 'A scenario …' }, ...world.scenarios.map(({ name }) => name)]}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      />
      <Button
        type="submit"
        size="sm"
        disabled={scenario === ''}
        loading={intervene.isPending && intervene.variables.do === 'inject'}
      >
        Let it happen now
      </Button>
    </form>
  )
}

function Further({ run }: { run: SimulationRun }) {
  const { system, id, request } = run
  const params = { system }
  return (
    <>
      <Button
        size="sm"
        renderRoot={(props) => (
          <Link to="/systems/$system/simulation" params={params} search={{ like: id }} {...props} />
        )}
      >
        Run it again, changed
      </Button>
      {request.compare === undefined && (
        <>
          <Button
            size="sm"
            renderRoot={(props) => (
              <Link to="/systems/$system/simulation/compare" params={params} search={{ a: id }} {...props} />
            )}
          >
            Compare
          </Button>
          {request.quality === undefined && (
            <Button
              size="sm"
              renderRoot={(props) => (
                <Link to="/systems/$system/simulation/value" params={params} search={{ of: id }} {...props} />
              )}
            >
              What better predictions buy
            </Button>
          )}
        </>
      )}
    </>
  )
}
