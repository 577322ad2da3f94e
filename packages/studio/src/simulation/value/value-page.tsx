import { Button } from '@mantine/core'
import { useQueries, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import {
  HolonError,
  type SimulationDocument,
  type SimulationRun,
  type SimulationSummary,
  type WorldDocument,
} from 'holon'
import { valueReport } from 'holon/world'
import { useMemo } from 'react'
import { layerWords } from '../../goals/layers.ts'
import { Page } from '../../look/page.tsx'
import { Answered, Empty, Failure } from '../../look/state.tsx'
import { useSystem } from '../../shell/system.ts'
import { StudioError } from '../../wire/error.ts'
import { runQuery, runsQuery, worldQuery } from '../queries.ts'
import '../run/goal-course.css'
import '../run/goals-over-time.css'
import '../chart/line-chart.css'
import { runSize, runTitle } from '../run-words.ts'
import '../simulation.css'
import { type Sweep, sweepOf } from './sweep.ts'
import { useSweeping } from './use-sweeping.ts'
import { ValueCard } from './value-card.tsx'
import './value-page.css'

const route = getRouteApi('/systems/$system/simulation/value')

/** What better predictions buy: every goal against the quality of the model, and what else would buy more. */
export function ValuePage() {
  const { name } = useSystem()
  const { of } = route.useSearch()
  const runs = useQuery(runsQuery(name))
  const world = useQuery(worldQuery(name))
  return (
    <Page
      title="What better predictions buy"
      lead="The same world with a model of every quality, from guessing to perfect: which goals follow it, up to where, and what else would help more."
      wide
    >
      <Answered query={world} lines={2}>
        {(world) => (
          <Answered query={runs} lines={8}>
            {(runs) => {
              const base = runs.find(({ id }) => id === of)
              return base === undefined ? (
                <Empty title="Choose a run to begin with.">
                  <Link to="/systems/$system/simulation" params={{ system: name }}>
                    All runs
                  </Link>
                </Empty>
              ) : (
                <Sweeping base={base} runs={runs} world={world} />
              )
            }}
          </Answered>
        )}
      </Answered>
    </Page>
  )
}

function Sweeping(props: {
  base: SimulationSummary
  runs: readonly SimulationSummary[]
  world: WorldDocument
}) {
  const { base, runs, world } = props
  const sweep = sweepOf(
    base,
    runs,
    world.versions.map(({ name }) => name),
  )
  const sweeping = useSweeping(base.system, runs, sweep.missing)
  const done = [...sweep.levels.map(({ run }) => run), ...sweep.versions].filter(
    ({ state }) => state === 'done',
  )
  const whole = sweep.missing.length + sweep.levels.length + sweep.versions.length
  return (
    <div className="simulation">
      <div className="sweep">
        <p>
          Around{' '}
          <Link to="/systems/$system/simulation/$run" params={{ system: base.system, run: base.id }}>
            {runTitle(base.request)}
          </Link>
          , {runSize(base.request)}:{' '}
          <span role="status">
            <b>{done.length}</b> of {whole} runs are there.
          </span>
          {sweeping.isOn && <span className="quiet"> They go on as long as this page is open.</span>}
        </p>
        {sweep.missing.length > 0 && (
          <Button size="sm" variant="filled" loading={sweeping.isOn} onClick={sweeping.begin}>
            Run what is missing
          </Button>
        )}
      </div>
      {sweeping.error !== null && <Failure error={sweeping.error} />}
      <Valued base={base} sweep={sweep} done={done} />
    </div>
  )
}

function Valued(props: { base: SimulationSummary; sweep: Sweep; done: readonly SimulationSummary[] }) {
  const { base, sweep, done } = props
  const answers = useQueries({ queries: [base, ...done].map(({ system, id }) => runQuery(system, id)) })
  const key = answers.map(({ data, dataUpdatedAt }) => `${data?.id}@${dataUpdatedAt}`).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the answers and the sweep, new at every rendering.
  const report = useMemo(() => reported(base, sweep, documentsOf(answers.map(({ data }) => data))), [key])
  if (report === undefined) {
    return <Empty title="At least two qualities have to be run before anything can be drawn." />
  }
  if (report instanceof StudioError) return <Failure error={report} />
  return (
    <div className="layers">
      {layerWords.map(({ layer, title, about }) => {
        const here = report.goals.filter((goal) => goal.layer === layer)
        if (here.length === 0) return null
        return (
          <section key={layer} className="layer" aria-label={title}>
            <header>
              <h2>{title}</h2>
              <p className="quiet small">{about}</p>
            </header>
            <ul className="layer-goals">
              {here.map((goal) => (
                <ValueCard key={goal.name} goal={goal} today={report.today} />
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

const documentsOf = (runs: readonly (SimulationRun | undefined)[]): ReadonlyMap<string, SimulationDocument> =>
  new Map(
    runs.flatMap((run) => {
      const document = run?.documents[0]
      return run === undefined || document === undefined ? [] : [[run.id, document] as const]
    }),
  )

/** The report over the runs that are there; why there can be none; undefined while there are too few. */
function reported(base: SimulationSummary, sweep: Sweep, documents: ReadonlyMap<string, SimulationDocument>) {
  const of = (run: SimulationSummary) => [documents.get(run.id)].filter((one) => one !== undefined)
  const levels = sweep.levels
    .map(({ quality, run }) => ({ quality, runs: of(run) }))
    .filter(({ runs }) => runs.length > 0)
  const today = of(base)
  if (today.length === 0 || levels.length < 2) return undefined
  try {
    return valueReport({
      sweep: levels,
      today,
      versions: sweep.versions.map(of).filter((runs) => runs.length > 0),
    })
  } catch (error) {
    if (!(error instanceof HolonError)) throw error
    return new StudioError(error.code, `No report can be made of these runs: ${error.message}.`, error.fix, 0)
  }
}
