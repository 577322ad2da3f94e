import type { State } from '../appliance/messages.ts'
import { storyOf } from './story.ts'
import type { Toast } from './use-breakfast.ts'
import './saved.css'

/** Who kept the kitchen safe, in words; nothing on a good day. */
export function SavedBy({ toast, state }: { toast: Toast; state: State }) {
  const { saved, look } = toast.end ?? state
  const told = storyOf({ ...toast, saved, fuseOpen: look.fuseOpen })
  if (told.length === 0) return null
  return (
    <section className="saved" aria-labelledby="saved-title">
      <h2 id="saved-title">What kept this toast safe</h2>
      <ol aria-live="polite">
        {told.map(({ by, words }) => (
          <li key={by}>
            <strong>{by}</strong>
            <span>{words}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
