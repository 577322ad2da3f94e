import type { SimulationRun } from 'holon'
import { formatNumber } from '../../format/number.ts'
import { Hash } from '../../look/hash.tsx'
import { StateMark } from '../state-mark.tsx'
import './progress.css'

/** How far a run is. */
export function Progress({ run: { state, progress, documents } }: { run: SimulationRun }) {
  const { day, of } = progress
  const [document] = documents
  return (
    <div className="run-progress">
      <StateMark state={state} />
      <div
        className="run-bar"
        role="progressbar"
        aria-label="Days simulated"
        aria-valuemin={0}
        aria-valuemax={of}
        aria-valuenow={Number(day.toFixed(1))}
        data-state={state}
      >
        <div style={{ scale: `${of === 0 ? 1 : Math.min(1, day / of)} 1` }} />
      </div>
      <p className="run-figures small">
        <span>
          day <b>{formatNumber(Math.floor(day))}</b> of {formatNumber(of)}
        </span>
        {documents.length > 0 && (
          <span>
            <b>{formatNumber(documents.reduce((sum, { decisions }) => sum + decisions, 0))}</b> decisions
          </span>
        )}
        {document !== undefined && state === 'done' && documents.length === 1 && (
          <span className="run-log">
            log <Hash value={document.log} what="hash of the log" />
          </span>
        )}
      </p>
    </div>
  )
}
