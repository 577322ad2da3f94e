import type { TuningChange } from 'holon'
import { formatNumber } from '../format/number.ts'
import { Becomes } from './becomes.tsx'
import { utilityWords } from './utilities.ts'

/** What a version changes, number by number. */
export function ChangeList({ changes }: { changes: readonly TuningChange[] }) {
  if (changes.length === 0) return <p className="quiet small">No number is another.</p>
  return (
    <ul className="change-list">
      {changes.map(({ experience, value, from, to }) => (
        <li key={`${experience} ${value}`}>
          <b>{experience}</b> {utilityWords[value]} <span className="change-from">{formatNumber(from)}</span>
          <Becomes />
          <b>{formatNumber(to)}</b>
        </li>
      ))}
    </ul>
  )
}
