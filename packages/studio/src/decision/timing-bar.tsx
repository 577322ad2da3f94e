import type { Stage } from 'holon'
import { formatMilliseconds } from '../format/number.ts'
import './timing-bar.css'

/** How the time of a decision was spent, stage by stage. */
export function TimingBar({ timings }: { timings: Readonly<Partial<Record<Stage, number>>> }) {
  const spent = Object.entries(timings).map(([stage, ms]) => ({ stage, ms }))
  const total = spent.reduce((sum, { ms }) => sum + ms, 0)
  if (total === 0) return null
  return (
    <div className="timing">
      <div className="timing-bar" aria-hidden="true">
        {spent.map(({ stage, ms }) => (
          <i key={stage} data-stage={stage} style={{ width: `${(ms / total) * 100}%` }} />
        ))}
      </div>
      <ul className="timing-key small">
        {spent.map(({ stage, ms }) => (
          <li key={stage} data-stage={stage}>
            {stage} <span className="quiet">{formatMilliseconds(ms)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
