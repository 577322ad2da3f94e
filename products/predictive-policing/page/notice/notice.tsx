import { figures } from '../../domain/figures.ts'
import { percent } from '../look/percent.ts'
import './notice.css'

/** Why not to deploy it. */
export function Notice() {
  const { counts, hotSpots, calls } = figures
  return (
    <section className="notice" aria-labelledby="notice">
      <h2 id="notice">Do not deploy this</h2>
      <p>
        Crime is the same everywhere in this city. A forecast that learns from what its own patrols discover
        still sends {percent(counts.top[1])} of all patrols to one neighbourhood of seven within 300 days, and{' '}
        {percent(hotSpots.top[1])} if they all go to the hot spot. Chance picks which. Even would be 14 %.
      </p>
      <p>
        The figures it is sold by do not show it: incidents discovered by a patrol stay as they are. Reports
        of residents keep the patrols even here ({percent(calls.top[1])}), but only as long as everybody
        reports alike. A planner who looks at the forecast and mostly follows it does not stop the loop.
      </p>
    </section>
  )
}
