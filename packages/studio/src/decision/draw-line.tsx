import type { RecordDocument } from 'holon'
import { formatShare } from '../format/number.ts'
import { drawnFrom, segmentsOf } from './draw.ts'
import './draw-line.css'

/** The probability of every experience as a bar, and the line on which the random draw fell. */
export function DrawLine({ record, order }: { record: RecordDocument['record']; order: readonly string[] }) {
  const segments = segmentsOf(record.probabilities, order)
  const drawn = drawnFrom(segments, record.draw)
  return (
    <div className="draw">
      <div className="draw-line" aria-hidden="true">
        {segments.map(({ name, from, to }) => (
          <span
            key={name}
            className="draw-segment"
            data-drawn={name === drawn}
            style={{ left: `${from * 100}%`, right: `${(1 - to) * 100}%` }}
          />
        ))}
        <span className="draw-mark" style={{ left: `${record.draw * 100}%` }} />
      </div>
      <p className="draw-number small" aria-hidden="true">
        <span style={{ left: `${record.draw * 100}%`, translate: `${-record.draw * 100}%` }}>
          draw {record.draw.toFixed(4)}
        </span>
      </p>
      <table className="draw-table">
        <caption className="hidden">Probability of every experience</caption>
        <tbody>
          {segments.map(({ name, from, to }) => (
            <tr key={name} data-met={name === record.experience}>
              <th scope="row">{name}</th>
              <td className="draw-bar" aria-hidden="true">
                <i style={{ width: `${(to - from) * 100}%` }} />
              </td>
              <td>{formatShare(to - from)}</td>
              <td className="small quiet draw-range">
                {from.toFixed(3)} to {to.toFixed(3)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small">{drawSentence(record, drawn)}</p>
    </div>
  )
}

function drawSentence(record: RecordDocument['record'], drawn: string | undefined): string {
  const { wanted, experience, draw, reason } = record
  if (reason === 'fallback') return `There was nothing to draw: the fallback was certain.`
  const fell = `The random draw ${draw.toFixed(4)} fell on ${wanted}.`
  if (wanted === experience && drawn === wanted) return fell
  return `${fell} The line counts the guardrails in: it shows where each experience ends up with them.`
}
