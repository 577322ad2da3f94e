import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { WorldDocument } from 'holon'
import { Page } from '../../look/page.tsx'
import { Panel } from '../../look/panel.tsx'
import { Answered, Empty } from '../../look/state.tsx'
import { useSystem } from '../../shell/system.ts'
import { StudioError } from '../../wire/error.ts'
import { runsQuery, worldQuery } from '../queries.ts'
import { RunList } from './run-list.tsx'
import { StartForm } from './start-form.tsx'
import '../simulation.css'
import './start-page.css'

const route = getRouteApi('/systems/$system/simulation')

/** Rehearsals of the system against its world: a new one, and all that are kept. */
export function StartPage() {
  const { name } = useSystem()
  const world = useQuery(worldQuery(name))
  const isMissing = world.error instanceof StudioError && world.error.status === 404
  return (
    <Page
      title="Simulation"
      lead="The very same system among simulated people, in a time of its own: what it would do to every goal, before anybody real meets it."
    >
      {isMissing ? (
        <Empty title="This system has no world.">
          Declare one with <code>defineWorld(…)</code> of <code>holon/world</code>.
        </Empty>
      ) : (
        <Answered query={world} lines={10}>
          {(world) => <Desk world={world} />}
        </Answered>
      )}
    </Page>
  )
}

function Desk({ world }: { world: WorldDocument }) {
  const runs = useQuery(runsQuery(world.system))
  const { like } = route.useSearch()
  const model = runs.data?.find(({ id }) => id === like)
  return (
    <div className="simulation rehearsals">
      <Panel title="A new run">
        <StartForm key={model?.id} world={world} like={model?.request} />
      </Panel>
      <div className="rehearsals-kept">
        <Panel title="The world">
          <p>{world.about}</p>
        </Panel>
        <Panel title="Runs" flush>
          <Answered query={runs} lines={6}>
            {(runs) => <RunList runs={runs} />}
          </Answered>
        </Panel>
      </div>
    </div>
  )
}
