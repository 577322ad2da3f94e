import type { SystemDocument } from 'holon'
import { sufferingOf } from './broken.ts'
import './hangs-on.css'

/** What would suffer without a model: its decisions, and the goals measured on them. */
export function HangsOn({ system, model }: { system: SystemDocument; model: string }) {
  const { decisions, measured, supported } = sufferingOf(system, { name: model, fault: { kind: 'dead' } })
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
      {measured.length > 0 && (
        <p>
          <span className="quiet">Goals at stake:</span> {measured.map((goal) => goal.name).join(', ')}
          {supported.length > 0 && (
            <>
              <span className="quiet">; in time also</span> {supported.map((goal) => goal.name).join(', ')}
            </>
          )}
        </p>
      )}
    </div>
  )
}
