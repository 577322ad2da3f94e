import { IconAlertTriangle, IconScale } from '@tabler/icons-react'
import type { FlightDocument, SampleRatio, ScorecardDocument } from 'holon'
import { countWords } from '../../format/flight-unit.ts'
import { formatShare } from '../../format/number.ts'
import { Panel } from '../../look/panel.tsx'
import { formatP } from '../effect/effect-words.ts'
import { changeWords } from '../words.ts'
import './arms-panel.css'

/** The arms, what each changes, and whether units came in the shares they should. */
export function ArmsPanel({ card: { flight, sampleRatio } }: { card: ScorecardDocument }) {
  const all = sampleRatio.arms.reduce((sum, one) => sum + one.n, 0)
  return (
    <Panel title="Arms" aside={<span className="quiet small">{countWords(all, flight.unit)} so far</span>}>
      <table className="arms">
        <caption className="hidden">Arms</caption>
        <thead>
          <tr>
            <th scope="col">Arm</th>
            <th scope="col">Changes</th>
            <th scope="col">Should be</th>
            <th scope="col">Came</th>
          </tr>
        </thead>
        <tbody>
          {sampleRatio.arms.map(({ arm, share, n }, index) => (
            <tr key={arm}>
              <th scope="row">
                {arm} {index === 0 && <span className="quiet small">control</span>}
              </th>
              <td>{armWords(flight, arm)}</td>
              <td>{formatShare(share)}</td>
              <td>
                {n.toLocaleString('en-US')}{' '}
                {all > 0 && <span className="quiet small">{formatShare(n / all)}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Ratio ratio={sampleRatio} />
    </Panel>
  )
}

/** What an arm meets; those who are held from all changes come first. */
function armWords({ arms, holdout }: FlightDocument, name: string): string {
  const arm = arms.find((one) => one.name === name)
  if (holdout === true) return arm === arms[0] ? 'no change at all' : 'all changes, as they come'
  return arm === undefined ? '' : changeWords(arm)
}

function Ratio({ ratio: { mismatch, anytime } }: { ratio: SampleRatio }) {
  const Icon = mismatch ? IconAlertTriangle : IconScale
  return (
    <p className="arms-ratio" data-mismatch={mismatch}>
      <Icon size={16} aria-hidden="true" />
      <span>
        {anytime === null
          ? 'Nobody has met the flight yet.'
          : mismatch
            ? `Units did not come in these shares (${formatP(anytime)}).`
            : `Units came in these shares as chance would have it (${formatP(anytime)}).`}
      </span>
    </p>
  )
}
