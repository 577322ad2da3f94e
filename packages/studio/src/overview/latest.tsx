import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { healthOf } from '../decisions/health.ts'
import { formatPrediction, predictionOf } from '../decisions/prediction.ts'
import { Pulse } from '../decisions/pulse.tsx'
import { styleOf } from '../decisions/style.ts'
import { formatMilliseconds, formatShare } from '../format/number.ts'
import { formatTime } from '../format/time.ts'
import { useRecent } from '../live/live.tsx'
import { Experience } from '../look/experience.tsx'
import { Empty, Waiting } from '../look/state.tsx'
import { useSystem } from '../shell/system.ts'
import { healthQuery } from '../wire/queries.ts'
import './latest.css'

const pulseLength = 120

/** What the system does right now. */
export function Latest() {
  const system = useSystem()
  const decisions = useRecent()
  const { data: health } = useQuery(healthQuery)
  if (decisions === undefined) return <Waiting lines={8} />
  if (decisions.length === 0) {
    return (
      <Empty title="Nothing was decided yet.">
        <Link to="/systems/$system/try" params={{ system: system.name }}>
          Take a decision by hand
        </Link>{' '}
        or open the product.
      </Empty>
    )
  }
  const { degradedShare, medianMilliseconds } = healthOf(decisions.slice(0, pulseLength))
  return (
    <>
      <Pulse decisions={decisions} most={pulseLength} />
      <p className="latest-facts">
        <span>
          <b>{degradedShare === undefined ? '–' : formatShare(degradedShare)}</b> fell back
        </span>
        <span>
          <b>{medianMilliseconds === undefined ? '–' : formatMilliseconds(medianMilliseconds)}</b> median
        </span>
        {health?.demo === true && <span className="quiet">simulated people among them</span>}
      </p>
      <ul className="latest">
        {decisions.slice(0, 7).map((decision) => (
          <li key={decision.id}>
            <Link
              to="/systems/$system/decisions/$id"
              params={{ system: system.name, id: decision.id }}
              className="latest-row"
            >
              <time className="quiet" dateTime={new Date(decision.at).toISOString()}>
                {formatTime(decision.at)}
              </time>
              <Experience name={decision.experience} style={styleOf(system, decision)} />
              <span className="latest-said" data-degraded={decision.degraded}>
                {decision.degraded ? 'fell back' : formatPrediction(predictionOf(decision))}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
