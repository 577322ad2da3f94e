import type { Note } from '../../annotation.ts'
import './score-note.css'

const signed = new Intl.NumberFormat('en', { signDisplay: 'always', maximumFractionDigits: 1 })
const widest = 25

/** An estimate with its range, what moved it, and what it knows nothing of. */
export function ScoreNote({ note }: { note: Note }) {
  const { estimate, lower, upper, typical, moved, notScored } = note
  return (
    <div className="score">
      <p className="estimate">
        <strong>
          {Math.round(lower)} to {Math.round(upper)} %
        </strong>
        <span className="quiet">around {Math.round(estimate)} %, the usual range for such files</span>
      </p>
      <div className="range" aria-hidden>
        <span className="band" style={{ left: `${lower}%`, width: `${upper - lower}%` }} />
        <span className="mark" style={{ left: `${estimate}%` }} />
      </div>
      <h3>What moved it, from {Math.round(typical)} % for a typical file</h3>
      <ul className="moved">
        {moved.map(({ fact, value, by }) => (
          <li key={fact}>
            <span>
              {fact} {value}
            </span>
            <span className={by < 0 ? 'bar less' : 'bar'} aria-hidden>
              <span style={{ width: `${Math.min(100, (100 * Math.abs(by)) / widest)}%` }} />
            </span>
            <span className="by">{signed.format(by)}</span>
          </li>
        ))}
      </ul>
      <p className="quiet">
        <strong>Not part of it:</strong> {notScored.join(', ')}. They can be trained for, bought or inherited.
      </p>
    </div>
  )
}
