import { IconArrowsExchange, IconInfoCircle, IconScale } from '@tabler/icons-react'
import type { FairnessGrouping, FairnessReport } from 'holon'
import { callText } from '../copy/call.ts'
import { CopyAs } from '../copy/copy-as.tsx'
import { formatSentence } from '../format/json.ts'
import { Panel } from '../look/panel.tsx'
import { Empty } from '../look/state.tsx'
import './fairness.css'
import { useSystem } from '../shell/system.ts'
import { GroupTable } from './group-table.tsx'
import { fairnessAddress } from './queries.ts'
import { Reversal } from './reversal.tsx'
import { Standing } from './standing.tsx'

/** One declaration, measured: what to keep in mind, then every way to tell people apart. */
export function Report({ report, decision }: { report: FairnessReport; decision: string }) {
  const { name: system } = useSystem()
  return (
    <div className="fairness-report">
      <header>
        <CopyAs
          of={report.name}
          sql={fairnessAddress(system, decision)}
          typescript={callText(system, 'fairness', decision)}
        />
        <h2>{report.name.charAt(0).toUpperCase() + report.name.slice(1)}</h2>
        <p className="quiet">
          {formatSentence(report.why)} <span className="small">Decision: {decision}</span>
        </p>
      </header>
      {report.notices.length > 0 && (
        <ul className="fairness-notices" aria-label="To keep in mind">
          {report.notices.map((notice) => (
            <li key={notice}>
              <IconInfoCircle size={16} aria-hidden="true" />
              {notice}
            </li>
          ))}
        </ul>
      )}
      {report.groupings.map((grouping) => (
        <Grouping key={grouping.by.join()} grouping={grouping} minimum={report.minimum} />
      ))}
    </div>
  )
}

function Grouping({ grouping, minimum }: { grouping: FairnessGrouping; minimum: number }) {
  const { by, groups, standings, incompatible, reversals } = grouping
  return (
    <Panel title={`By ${by.join(' and ')}`}>
      {groups.length === 0 ? (
        <Empty title="Nothing was decided here yet.">Groups show as decisions are made.</Empty>
      ) : (
        <>
          {reversals.map((one) => (
            <div key={`${one.strata}/${one.between.join()}`} className="fairness-note" data-kind="reversal">
              <IconArrowsExchange size={18} aria-hidden="true" />
              <Reversal reversal={one} />
            </div>
          ))}
          <GroupTable grouping={grouping} minimum={minimum} />
          {standings.length > 0 && (
            <ul className="fairness-standings" aria-label="Definitions of fairness">
              {standings.map((one) => (
                <Standing key={one.definition} standing={one} />
              ))}
            </ul>
          )}
          {incompatible !== null && (
            <div className="fairness-note">
              <IconScale size={18} aria-hidden="true" />
              <p>{incompatible}</p>
            </div>
          )}
        </>
      )}
    </Panel>
  )
}
