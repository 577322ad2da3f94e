import { Link } from '@tanstack/react-router'
import { memo, useState } from 'react'
import { formatMilliseconds, formatShare } from '../format/number.ts'
import { formatTime } from '../format/time.ts'
import { Experience } from '../look/experience.tsx'
import { useSystem } from '../shell/system.ts'
import type { Decided } from '../wire/entries.ts'
import './decision-table.css'
import { formatPrediction, heightOf, predictionOf, totalMilliseconds } from './prediction.ts'
import { ReasonMark } from './reason-mark.tsx'
import { styleOf } from './style.ts'

/** Decisions as rows; each leads to the decision opened. */
export function DecisionTable({ decisions }: { decisions: readonly Decided[] }) {
  const [opened] = useState(Date.now)
  return (
    <table className="decisions">
      <thead>
        <tr>
          <th scope="col">Time</th>
          <th scope="col">Decision</th>
          <th scope="col">Experience</th>
          <th scope="col">Prediction</th>
          <th scope="col" className="right">
            Propensity
          </th>
          <th scope="col">Reason</th>
          <th scope="col">Guardrail</th>
          <th scope="col" className="right">
            Took
          </th>
        </tr>
      </thead>
      <tbody>
        {decisions.map((decided) => (
          <Row key={decided.id} decided={decided} fresh={decided.at > opened} />
        ))}
      </tbody>
    </table>
  )
}

// Hundreds of rows stand while one arrives.
const Row = memo(function Row({ decided, fresh }: { decided: Decided; fresh: boolean }) {
  const system = useSystem()
  return (
    <tr data-fresh={fresh} data-degraded={decided.degraded}>
      <td data-cell="time">
        <Link
          to="/systems/$system/decisions/$id"
          params={{ system: system.name, id: decided.id }}
          className="row-link"
        >
          <time dateTime={new Date(decided.at).toISOString()}>{formatTime(decided.at)}</time>
        </Link>
      </td>
      <td data-cell="decision">{decided.decision}</td>
      <td data-cell="experience">
        <Experience name={decided.experience} style={styleOf(system, decided)} />
      </td>
      <td data-cell="prediction">
        <Said decided={decided} />
      </td>
      <td data-cell="propensity" className="right">
        {formatShare(decided.propensity)}
      </td>
      <td data-cell="reason">
        <ReasonMark reason={decided.reason} code={decided.code} degraded={decided.degraded} />
      </td>
      <td data-cell="guardrail">{decided.interventions.map((one) => one.guardrail).join(', ')}</td>
      <td data-cell="ms" className="right">
        {formatMilliseconds(totalMilliseconds(decided))}
      </td>
    </tr>
  )
})

function Said({ decided }: { decided: Decided }) {
  const value = predictionOf(decided)
  const height = heightOf(value)
  return (
    <span className="said">
      <span className="said-text">{formatPrediction(value)}</span>
      {height !== undefined && (
        <span className="said-line" aria-hidden="true">
          <span style={{ width: `${height * 100}%` }} />
        </span>
      )}
    </span>
  )
}
