import type { SimulationDocument } from 'holon'
import { formatNumber } from '../../format/number.ts'
import { Experience } from '../../look/experience.tsx'
import { Panel } from '../../look/panel.tsx'
import { Empty } from '../../look/state.tsx'
import { useSystem } from '../../shell/system.ts'
import { Shares } from './shares.tsx'

type Met = SimulationDocument['experiences'][number]

/** What people met, by decision. */
export function ExperiencesPanel({ experiences }: { experiences: readonly Met[] }) {
  const byDecision = Map.groupBy(experiences, ({ decision }) => decision)
  return (
    <Panel title="What people met">
      {byDecision.size === 0 && <Empty title="Nothing was decided so far." />}
      {[...byDecision].map(([decision, met]) => (
        <Decision key={decision} decision={decision} met={met} named={byDecision.size > 1} />
      ))}
    </Panel>
  )
}

function Decision({ decision, met, named }: { decision: string; met: readonly Met[]; named: boolean }) {
  const { decisions } = useSystem()
  const declared = decisions.find(({ name }) => name === decision)?.experiences ?? []
  const style = (experience: string) => declared.find(({ name }) => name === experience)?.style ?? 'silent'
  const whole = met.reduce((sum, { times }) => sum + times, 0)
  return (
    <div className="by-decision">
      {named && <h3>{decision}</h3>}
      <Shares
        whole={whole}
        shares={met
          .toSorted((one, other) => other.times - one.times)
          .map(({ experience, times, degraded }) => ({
            key: experience,
            name: <Experience name={experience} style={style(experience)} />,
            times,
            ...(degraded > 0 && { note: `${formatNumber(degraded)} of them by fallback` }),
          }))}
      />
    </div>
  )
}
