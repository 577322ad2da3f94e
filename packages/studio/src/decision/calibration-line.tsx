import { formatShare } from '../format/number.ts'
import './calibration-line.css'

/** What the model said and what that means once calibrated, on the line from 0 to 1. */
export function CalibrationLine({ raw, value }: { raw: number; value: number }) {
  const left = Math.min(raw, value) * 100
  const right = 100 - Math.max(raw, value) * 100
  return (
    <div className="calibration">
      <div className="calibration-line" aria-hidden="true">
        <i className="calibration-way" style={{ left: `${left}%`, right: `${right}%` }} />
        <i className="calibration-raw" style={{ left: `${raw * 100}%` }} />
        <i className="calibration-value" style={{ left: `${value * 100}%` }} />
      </div>
      <p className="calibration-words">
        <span className="quiet">said {formatShare(raw)}, means</span> <b>{formatShare(value)}</b>
      </p>
    </div>
  )
}
