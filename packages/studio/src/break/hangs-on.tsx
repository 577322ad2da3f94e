import type { SystemDocument } from 'holon'
import { sufferingOf } from './broken.ts'
import './hangs-on.css'

/** What would suffer without a model: its decisions, and the goals measured on them. */
export function HangsOn({ system, model }: { system: SystemDocument; model: string }) {
  const { decisions, atOnce, inTime } = sufferingOf(system, { name: model, fault: { kind: 'dead' } })
  return (
    <div className="hangs-on small">
      <h3>Without it</h3>
      {decisions.length === 0 && <p>Nothing happens: no decision asks it.</p>}
      <ul>
        {decisions.map(({ name, fallback }) => (
          <li key={name}>
            {name} <span className="quiet">falls back to</span> {fallback}
          </li>
        ))}
      </ul>
      <Goals title="Suffers at once:" goals={atOnce} />
      <Goals title="In time:" goals={inTime} />
    </div>
  )
}

function Goals({ title, goals }: { title: string; goals: SystemDocument['goals'] }) {
  if (goals.length === 0) return null
  return (
    <p>
      <span className="quiet">{title}</span> {goals.map((goal) => goal.name).join(', ')}
    </p>
  )
}
