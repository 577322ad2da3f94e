import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { formatJson, formatSentence } from '../format/json.ts'
import { formatShare, formatSigned } from '../format/number.ts'
import { formatTime } from '../format/time.ts'
import { Experience } from '../look/experience.tsx'
import { Panel } from '../look/panel.tsx'
import { Empty, Waiting } from '../look/state.tsx'
import { useSystem } from '../shell/system.ts'
import { Becomes } from './becomes.tsx'
import { type Case, changedIn, countsOf } from './cases.ts'
import './outcome-panel.css'
import type { Designing } from './use-designer.ts'

/** How many people would meet what, now and with the changes, and which logged decisions would be others. */
export function OutcomePanel({ designing, aside }: { designing: Designing; aside: ReactNode }) {
  const { cases, waiting } = designing
  return (
    <Panel title="Who would meet what" aside={aside}>
      {waiting && <Waiting />}
      {!waiting && cases.length === 0 && (
        <Empty title="Nothing was decided here yet.">
          Once it was, this says what other numbers would have done.
        </Empty>
      )}
      {cases.length > 0 && (
        <>
          <Counts designing={designing} />
          <Changed designing={designing} />
        </>
      )}
    </Panel>
  )
}

function Counts({ designing: { decision, cases, exact, shades } }: { designing: Designing }) {
  const counts = countsOf(
    decision.experiences.map(({ name }) => name),
    cases,
  )
  const styleOf = (name: string) => decision.experiences.find((one) => one.name === name)?.style
  return (
    <table className="outcome-table" aria-busy={!exact}>
      <caption className="small quiet">
        Of the last {cases.length} decisions, guardrails and exploration aside
      </caption>
      <thead>
        <tr>
          <th scope="col">Experience</th>
          <th scope="col" className="outcome-bars">
            <span className="hidden">Present above proposed</span>
          </th>
          <th scope="col">Present</th>
          <th scope="col">Proposed</th>
          <th scope="col">Change</th>
        </tr>
      </thead>
      <tbody>
        {counts.map(({ experience, present, proposed }) => (
          <tr key={experience}>
            <th scope="row">
              <Experience name={experience} style={styleOf(experience)} />
            </th>
            <td className="outcome-bars" aria-hidden="true">
              <i data-was="true" style={{ width: `${(present / cases.length) * 100}%` }} />
              <i style={{ width: `${(proposed / cases.length) * 100}%`, background: shades[experience] }} />
            </td>
            <td>
              {present} <span className="quiet small">{formatShare(present / cases.length)}</span>
            </td>
            <td>
              <b>{proposed}</b> <span className="quiet small">{formatShare(proposed / cases.length)}</span>
            </td>
            <td data-moved={present !== proposed}>
              {present === proposed ? '–' : formatSigned(proposed - present)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const few = 6
const unmoved = 'Move a value or a cost: this says which of these decisions would be others.'

function changedWords(changed: number, of: number, exact: boolean): string {
  const count = changed === 0 ? 'none' : String(changed)
  return formatSentence(
    `${exact ? '' : 'about '}${count} of these ${of} decisions would be ${changed === 1 ? 'another' : 'others'}.`,
  )
}

function Changed({ designing: { cases, exact, changes } }: { designing: Designing }) {
  const [all, showAll] = useState(false)
  const changed = changedIn(cases)
  const shown = all ? changed : changed.slice(0, few)
  return (
    <div className="outcome-changed">
      <p role="status" data-exact={exact}>
        {changes.length === 0 ? unmoved : changedWords(changed.length, cases.length, exact)}
      </p>
      {exact && changed.length > 0 && (
        <>
          <ol className="outcome-list">
            {shown.map((one) => (
              <ChangedCase key={one.id} one={one} />
            ))}
          </ol>
          {changed.length > few && (
            <Button variant="subtle" onClick={() => showAll(!all)} aria-expanded={all}>
              {all ? `Only the first ${few}` : `All ${changed.length}`}
            </Button>
          )}
        </>
      )}
    </div>
  )
}

function ChangedCase({ one }: { one: Case }) {
  const { name } = useSystem()
  const said = typeof one.prediction === 'number' ? one.prediction.toFixed(3) : formatJson(one.prediction)
  return (
    <li>
      <Link to="/systems/$system/decisions/$id" params={{ system: name, id: one.id }}>
        <time dateTime={new Date(one.at).toISOString()}>{formatTime(one.at)}</time>
      </Link>
      <span className="outcome-said">{said}</span>
      <span>
        {one.present}
        <Becomes />
        <b>{one.proposed}</b>
      </span>
    </li>
  )
}
