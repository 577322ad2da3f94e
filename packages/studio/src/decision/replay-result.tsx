import type { ReplayDocument } from 'holon'
import { Hash } from '../look/hash.tsx'
import './replay-result.css'
import { Equality } from './stage.tsx'

/** Whether deciding again came out the same, at once and stage by stage. */
export function ReplayResult({ replay }: { replay: ReplayDocument }) {
  return (
    <section className="replay" aria-label="Replay" data-equal={replay.equal} role="status">
      <p>
        <b>{replay.equal ? 'Equal to the bit.' : 'Not equal.'}</b> Decided again under snapshot{' '}
        <Hash value={replay.snapshot} what="snapshot" />
      </p>
      <ol>
        {replay.stages.map(({ stage, equal }) => (
          <li key={stage}>
            {stage} <Equality equal={equal} />
          </li>
        ))}
      </ol>
    </section>
  )
}
