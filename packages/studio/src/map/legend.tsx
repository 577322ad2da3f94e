import { IconArrowFork, IconEye, IconEyeOff } from '@tabler/icons-react'
import './legend.css'

const lines = [
  ['uses', 'given to another part'],
  ['decides', 'said by a model'],
  ['meets', 'met by a person'],
  ['returns', 'coming back'],
] as const

/** What the shapes and lines of the diagram mean. */
export function Legend() {
  return (
    <ul className="legend small" aria-label="How to read the map">
      <li>
        <i className="legend-part" data-kind="model" /> ML: it learned what it does
      </li>
      <li>
        <i className="legend-part" data-kind="component" /> not ML
      </li>
      <li>
        <i className="legend-part" data-kind="decision">
          <IconArrowFork size={11} aria-hidden="true" />
        </i>
        decision
      </li>
      <li>
        <i className="legend-part" data-kind="environment" /> environment
      </li>
      {lines.map(([kind, words]) => (
        <li key={kind}>
          <LineSample kind={kind} /> {words}
        </li>
      ))}
      <li>
        <LineSample kind="loop" /> <IconEye size={14} aria-hidden="true" /> loop a goal watches
      </li>
      <li>
        <LineSample kind="loop" watched={false} /> <IconEyeOff size={14} aria-hidden="true" /> loop nothing
        watches
      </li>
    </ul>
  )
}

function LineSample({ kind, watched = true }: { kind: string; watched?: boolean }) {
  return (
    <svg className="legend-line" width="30" height="10" aria-hidden="true">
      <path className="line" data-kind={kind} data-watched={watched} d="M0 5H30" />
    </svg>
  )
}
