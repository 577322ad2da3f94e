import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { SimulationRun } from 'holon'
import { CopyAs } from '../../copy/copy-as.tsx'
import { simulationText } from '../../copy/simulation-text.ts'
import { Page } from '../../look/page.tsx'
import { Answered, Empty } from '../../look/state.tsx'
import { useSystem } from '../../shell/system.ts'
import { Comparison } from '../compare/comparison.tsx'
import { runQuery } from '../queries.ts'
import { changedSettings, runSize, runTitle } from '../run-words.ts'
import '../simulation.css'
import { Failed } from './failed.tsx'
import { Progress } from './progress.tsx'
import { Report } from './report.tsx'
import { RunControls } from './run-controls.tsx'

const route = getRouteApi('/systems/$system/simulation/$run')

/** One run of a world: watched while it goes on, opened again afterwards. */
export function RunPage() {
  const { run: id } = route.useParams()
  const system = useSystem()
  const query = useQuery(runQuery(system.name, id))
  const run = query.data
  return (
    <Page
      title={run === undefined ? 'Simulation' : `Simulation of ${runTitle(run.request)}`}
      lead={run === undefined ? undefined : <Lead run={run} />}
      controls={
        run !== undefined && (
          <>
            <CopyAs of="the run" typescript={simulationText(run)} />
            <RunControls key={id} run={run} />
          </>
        )
      }
      wide
    >
      <Answered query={query} lines={12}>
        {(run) => <Run run={run} />}
      </Answered>
    </Page>
  )
}

function Lead({ run: { request } }: { run: SimulationRun }) {
  const { scenarios = [] } = request
  const settings = changedSettings(request)
  return (
    <>
      {runSize(request)}
      {scenarios.length > 0 && `; ${scenarios.join(', ')}`}
      {settings !== '' && `; ${settings}`}.
    </>
  )
}

function Run({ run }: { run: SimulationRun }) {
  const [first, second] = run.documents
  return (
    <div className="simulation">
      <Progress run={run} />
      {run.error !== undefined && <Failed error={run.error} />}
      {first === undefined && <Empty title={emptyWords[run.state]} />}
      {first !== undefined && second === undefined && <Report document={first} />}
      {first !== undefined && second !== undefined && <Comparison documents={[first, second]} />}
    </div>
  )
}

const emptyWords = {
  running: 'The first stretch of time is not over yet.',
  paused: 'It was paused before its first stretch of time was over.',
  done: 'It ended without a report.',
  failed: 'It failed before its first stretch of time was over.',
}
