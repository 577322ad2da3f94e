import type { Noticed } from '../../noticed.ts'
import { Bars } from '../signal/bars.tsx'
import { bars as length } from '../stream/stream.ts'
import type { Watching } from '../stream/use-stream.ts'
import './signal.css'

/** The last ten seconds of the wrist, what was noticed in them, and what watching costs. */
export function Signal({ watching, judged }: { watching: Watching; judged: Judged | undefined }) {
  const { what, picture } = watching
  const bars = [
    ...Array.from({ length: Math.max(0, length - picture.bars.length) }, () => 0),
    ...picture.bars,
  ]
  return (
    <section className="signal" aria-labelledby="signal">
      <header>
        <h2 id="signal">What the sensor feels</h2>
        {what === undefined ? (
          <p className="quiet">Nothing plays.</p>
        ) : (
          <p>
            {what}{' '}
            <button type="button" className="plain" onClick={watching.stop}>
              Stop
            </button>
          </p>
        )}
      </header>
      <Bars values={bars} label="Acceleration of the wrist in the last ten seconds" />
      <p className="quiet" role="status">
        {judged === undefined ? 'No strong movement yet.' : wordsOf(judged)}
      </p>
      {picture.cost !== undefined && (
        <p className="quiet">
          Watching costs {picture.cost < 0.01 ? 'less than 0.01' : picture.cost.toFixed(2)} ms of computing
          for each second.
        </p>
      )}
    </section>
  )
}

/** A moment and what the model in the browser says of it. */
export interface Judged {
  readonly noticed: Noticed
  /** Undefined while the model is not loaded. */
  readonly chance: number | undefined
}

function wordsOf({ noticed, chance }: Judged): string {
  const strength = `Strong movement of ${noticed.shape.impact.toFixed(1)} g`
  if (chance === undefined) return `${strength}.`
  const share = Math.min(99, Math.max(1, Math.round(chance * 100)))
  return `${strength}: the model sees a fall in it with ${share} %.`
}
