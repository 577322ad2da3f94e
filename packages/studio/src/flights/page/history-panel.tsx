import type { FlightDocument, FlightStep } from 'holon'
import { formatShare } from '../../format/number.ts'
import { formatTime } from '../../format/time.ts'
import { Panel } from '../../look/panel.tsx'
import './history-panel.css'

/** Everything that was done to a flight, with who did it and why; newest first. */
export function HistoryPanel({ flight }: { flight: FlightDocument }) {
  return (
    <Panel title="What was done">
      <ol className="flight-steps">
        {flight.steps.toReversed().map((step) => (
          <li key={`${step.at} ${step.did} ${step.share}`}>
            <p>
              <b>{stepWords(step, flight.kept)}</b>{' '}
              <span className="quiet small">
                {step.by}, <time dateTime={new Date(step.at).toISOString()}>{formatTime(step.at)}</time>
              </span>
            </p>
            <p>{step.reason}</p>
          </li>
        ))}
      </ol>
    </Panel>
  )
}

function stepWords({ did, share }: FlightStep, kept: string | undefined): string {
  if (did === 'start') return `Started with ${formatShare(share)}`
  if (did === 'ramp') return `Ramped to ${formatShare(share)}`
  if (did === 'stop') return 'Stopped'
  return kept === undefined ? 'An arm was kept' : `Kept ${kept}`
}
