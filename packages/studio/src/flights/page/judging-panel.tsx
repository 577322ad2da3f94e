import type { FlightUnit, Judging } from 'holon'
import { countWords } from '../../format/flight-unit.ts'
import { formatMeasured, formatShare } from '../../format/number.ts'
import { formatTime } from '../../format/time.ts'
import { Panel } from '../../look/panel.tsx'
import { judgeTitle } from '../judge.ts'
import './arms-panel.css'
import './judging-panel.css'

/** How a flight is judged and what its intervals mean; of planned looks, how far it is. */
export function JudgingPanel({ judging, unit }: { judging: Judging; unit: FlightUnit }) {
  const { method, words, plan, units } = judging
  return (
    <Panel title="How it is judged" aside={<span className="judging-title">{judgeTitle(method)}</span>}>
      <p className="judging-words">{words}</p>
      {plan !== undefined && (
        <>
          <progress
            className="judging-progress"
            aria-label="Units so far of those it is planned for"
            max={plan.units}
            value={Math.min(units, plan.units)}
          />
          <p className="small">
            {countWords(units, unit)} of {plan.units.toLocaleString('en-US')}.{' '}
            {plan.next === undefined
              ? 'The last look was taken: what was seen then stands.'
              : `Look ${plan.next.look} comes at ${plan.next.atUnits.toLocaleString('en-US')}, ${plan.next.missing.toLocaleString('en-US')} more.`}
          </p>
          {plan.looks.length > 0 && <Looks looks={plan.looks} />}
        </>
      )}
    </Panel>
  )
}

function Looks({ looks }: { looks: NonNullable<Judging['plan']>['looks'] }) {
  return (
    <table className="arms">
      <caption className="hidden">Looks that were taken</caption>
      <thead>
        <tr>
          <th scope="col">Look</th>
          <th scope="col">Units</th>
          <th scope="col">Standard errors it took</th>
          <th scope="col">Error spent</th>
        </tr>
      </thead>
      <tbody>
        {looks.map(({ look, at, units, bound, spent }) => (
          <tr key={look}>
            <th scope="row">
              {look}{' '}
              <time className="quiet small" dateTime={new Date(at).toISOString()}>
                {formatTime(at)}
              </time>
            </th>
            <td>{units.toLocaleString('en-US')}</td>
            <td>{formatMeasured(bound)}</td>
            <td>{formatShare(spent)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
