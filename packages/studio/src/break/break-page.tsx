import { useQuery } from '@tanstack/react-query'
import { Pulse } from '../decisions/pulse.tsx'
import { useRecent } from '../live/live.tsx'
import { Page } from '../look/page.tsx'
import { Panel } from '../look/panel.tsx'
import { Answered, Empty, Waiting } from '../look/state.tsx'
import { useSystem } from '../shell/system.ts'
import { healthQuery } from '../wire/queries.ts'
import './break-page.css'
import { Kind } from '../look/kind.tsx'
import { Course } from './course.tsx'
import { FaultSwitch } from './fault-switch.tsx'
import { HangsOn } from './hangs-on.tsx'
import { SufferingBanner } from './suffering-banner.tsx'

/** Models broken on purpose, to see that the product keeps answering and who pays. */
export function BreakPage() {
  const health = useQuery(healthQuery)
  return (
    <Page
      title="Break"
      lead="A product must survive its models. Take one away, and watch what people meet instead."
    >
      <Answered query={health}>
        {({ demo }) =>
          demo ? (
            <Bench />
          ) : (
            <Empty title="Nothing can be broken here.">
              This server is not a demonstration. Start one with <code>npm start</code>.
            </Empty>
          )
        }
      </Answered>
    </Page>
  )
}

function Bench() {
  const system = useSystem()
  const decisions = useRecent()
  const models = system.components.filter((one) => one.model !== undefined)
  return (
    <>
      <SufferingBanner />
      <div className="bench">
        <div className="bench-models">
          {models.length === 0 && <Empty title="This system has no model to break." />}
          {models.map((one) => (
            <Panel key={one.name} title={one.name} aside={<Kind ml />}>
              <FaultSwitch component={one} />
              {one.model?.fault.kind === 'none' && <HangsOn system={system} model={one.name} />}
            </Panel>
          ))}
        </div>
        <div className="bench-models">
          <Panel title="What people meet now">
            {decisions === undefined ? <Waiting lines={3} /> : <Pulse decisions={decisions} />}
          </Panel>
          <Panel title="Fell back, and time taken">
            {decisions === undefined ? <Waiting lines={6} /> : <Course decisions={decisions} />}
          </Panel>
        </div>
      </div>
    </>
  )
}
