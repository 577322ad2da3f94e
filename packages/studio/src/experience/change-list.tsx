import type { TuningChange } from 'holon'
import { Becomes } from './becomes.tsx'
import { formatWorth } from './format.ts'
import { utilityWords } from './utilities.ts'

/** What a version changes, number by number. */
export function ChangeList({ changes }: { changes: readonly TuningChange[] }) {
  if (changes.length === 0) return <p className="quiet small">No number is another.</p>
  return (
    <ul className="change-list">
      {changes.map(({ experience, value, from, to }) => (
        <li key={`${experience} ${value}`}>
          <b>{experience}</b> {utilityWords[value]} <span className="change-from">{formatWorth(from)}</span>
          <Becomes />
          <b>{formatWorth(to)}</b>
        </li>
      ))}
    </ul>
  )
}
