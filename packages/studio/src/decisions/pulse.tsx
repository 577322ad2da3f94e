import { formatShare } from '../format/number.ts'
import type { Decided } from '../wire/entries.ts'
import { healthOf } from './health.ts'
import { heightOf, predictionOf } from './prediction.ts'
import './pulse.css'

const pitch = 5
const tall = 56

/** The last `most` decisions, a stroke each, newest at the right: how high the model predicted, or that it fell back. */
export function Pulse({ decisions, most = 120 }: { decisions: readonly Decided[]; most?: number }) {
  const shown = decisions.slice(0, most)
  const { degradedShare = 0 } = healthOf(shown)
  return (
    <figure className="pulse">
      <svg
        viewBox={`0 0 ${most * pitch} ${tall}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`The last ${shown.length} decisions; ${formatShare(degradedShare)} fell back`}
      >
        {shown.map((decision, index) => (
          <Stroke key={decision.id} decision={decision} x={(most - 1 - index) * pitch} />
        ))}
      </svg>
      <figcaption className="pulse-key small quiet">
        <span data-key="said">what the model said</span>
        <span data-key="fallback">fell back</span>
        <span className="pulse-end">now</span>
      </figcaption>
    </figure>
  )
}

function Stroke({ decision, x }: { decision: Decided; x: number }) {
  const height = heightOf(predictionOf(decision))
  if (decision.degraded) {
    return <rect className="pulse-fallback" x={x} y={0} width={pitch - 1.5} height={tall} />
  }
  const length = 3 + (height ?? 0) * (tall - 3)
  return <rect className="pulse-said" x={x} y={tall - length} width={pitch - 1.5} height={length} />
}
