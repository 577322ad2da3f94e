import { IconLock } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { DecisionDocument, LatchDocument, Stretch } from 'holon'
import { formatSentence } from '../format/json.ts'
import { None } from '../look/none.tsx'
import { Panel } from '../look/panel.tsx'
import { Answered } from '../look/state.tsx'
import { latchesQuery } from '../queue/queries.ts'
import { useSystem } from '../shell/system.ts'
import './guardrail-panel.css'
import { anchorOf } from './named.ts'
import { filled, type Span, totalOf } from './stretches.ts'
import { TimeBars } from './time-bars.tsx'
import { useReport } from './use-report.ts'

type Guardrail = DecisionDocument['guardrails'][number]

/** The guardrails with what they promise, whether one has latched, and how often each stepped in. */
export function GuardrailPanel({ decision, span }: { decision: DecisionDocument; span: Span }) {
  const { name } = useSystem()
  const query = useReport(decision, span)
  const { data: latches = [] } = useQuery(latchesQuery(name))
  return (
    <Panel
      title="Guardrails: how often did they save us"
      aside={<span className="quiet small">{span.label}</span>}
    >
      {decision.guardrails.length === 0 && <None>None.</None>}
      <Answered query={query}>
        {({ report, now }) => {
          const rows = decision.guardrails.map((guardrail) => {
            const found = report.interventions.find((one) => one.guardrail === guardrail.name)
            return { guardrail, times: filled(span, now, found?.times ?? []) }
          })
          const most = Math.max(...rows.flatMap(({ times }) => times.map(({ n }) => n)))
          return (
            <ul className="guardrail-list">
              {rows.map(({ guardrail, times }) => (
                <GuardrailRow
                  key={guardrail.name}
                  guardrail={guardrail}
                  times={times}
                  most={most}
                  span={span}
                  latched={latches.filter(
                    (by) => by.decision === decision.name && by.guardrail === guardrail.name,
                  )}
                />
              ))}
            </ul>
          )
        }}
      </Answered>
    </Panel>
  )
}

function GuardrailRow(props: {
  guardrail: Guardrail
  times: readonly Stretch[]
  /** The height of the bars of all guardrails, so that they can be compared. */
  most: number
  span: Span
  latched: readonly LatchDocument[]
}) {
  const { guardrail, times, most, span, latched } = props
  const { n, of } = totalOf(times)
  return (
    <li id={anchorOf('guardrail', guardrail.name)}>
      <div>
        <h3>{guardrail.name}</h3>
        <p>{formatSentence(guardrail.promise)}</p>
        <LatchState guardrail={guardrail} latched={latched} />
      </div>
      <div>
        <p className="small">
          <b>{n.toLocaleString('en-US')}</b> {n === 1 ? 'time' : 'times'} in {of.toLocaleString('en-US')}{' '}
          decisions
        </p>
        <TimeBars
          times={times}
          most={most}
          label={`${guardrail.name} stepped in ${n} times, ${span.label.toLowerCase()}`}
        />
      </div>
    </li>
  )
}

function LatchState({ guardrail, latched }: { guardrail: Guardrail; latched: readonly LatchDocument[] }) {
  const { name: system } = useSystem()
  if (guardrail.latches === undefined) return null
  if (latched.length === 0) {
    return <p className="small quiet">Can latch at {guardrail.latches}; it is not latched.</p>
  }
  const people = latched.length === 1 ? 'one person' : `${latched.length} people`
  return (
    <p className="guardrail-latched small">
      <IconLock size={15} aria-hidden="true" />
      <span>
        Latched at {guardrail.latches} for {people}: {latched[0]?.because}.{' '}
        <Link to="/systems/$system/queue" params={{ system }}>
          See to it
        </Link>
      </span>
    </p>
  )
}
