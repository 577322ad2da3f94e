import { falseAlarms } from '../../domain/alarm.ts'
import { ways } from '../../domain/way.ts'
import { isStopped, type Run } from '../city/run.ts'
import { percent } from '../look/percent.ts'
import './alarm-panel.css'

/** Whether the loop alarm stands, since when, and how far it is from it. */
export function AlarmPanel({ run }: { readonly run: Run }) {
  const { alarmDay, evidence } = run.days.department
  const stands = alarmDay !== undefined
  return (
    <section className="sheet alarm" data-stands={stands} aria-labelledby="alarm">
      <h2 id="alarm">{stands ? `Loop alarm on day ${alarmDay}` : 'No loop alarm so far'}</h2>
      <p role="status">
        {stands
          ? isStopped(run)
            ? 'What lots discovered is not what the forecast said. The forecast is switched off, the rota sends the patrols.'
            : 'What lots discovered is not what the forecast said. Had it been heeded, the system would have stopped on that day.'
          : 'What lots discover is not far enough from what the forecast says.'}
      </p>
      <div className="alarm-bar" aria-hidden>
        <span style={{ width: `${100 * filled(evidence, stands)}%` }} />
      </div>
      <p className="quiet">
        {percent(ways[run.way].slice)} of the patrols go where a lot falls. Once a week the alarm compares
        what they discovered with the forecast; at most {100 * falseAlarms} in 100 forecasts that are right
        ever raise it.
      </p>
    </section>
  )
}

const filled = (evidence: number, stands: boolean): number =>
  stands ? 1 : Math.max(0, Math.min(1, evidence / Math.log(1 / falseAlarms)))
