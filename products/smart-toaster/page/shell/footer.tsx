import { tasteOf } from '../../domain/taste.ts'
import type { State } from '../appliance/messages.ts'
import { forget, useMemory } from '../memory/memory.ts'
import './footer.css'

/** What is learned and kept, and the way to have it forgotten; how the control loop logs. */
export function Footer({ state }: { state: State | undefined }) {
  const { judged } = useMemory()
  return (
    <footer className="foot quiet">
      <p>
        {judged.length === 0
          ? 'It knows nothing of your taste yet.'
          : `From ${judged.length} ${judged.length === 1 ? 'verdict' : 'verdicts'} it takes it that you like toast ${inWords(tasteOf(judged).shift)}.`}{' '}
        {judged.length > 0 && (
          <button type="button" className="foot-link" onClick={() => void forget()}>
            Forget my taste
          </button>
        )}
      </p>
      <p>
        The toaster is simulated in this browser; heat, water and browning follow published equations. Its
        control loop decides fifty times a second
        {state !== undefined && state.decided > 0
          ? `: ${state.decided.toLocaleString('en-US')} times so far, of which ${state.kept.toLocaleString('en-US')} are in the log. Records are kept with probability 0.02, which each of them states.`
          : '.'}
      </p>
    </footer>
  )
}

function inWords(shift: number): string {
  if (Math.abs(shift) < 1) return 'as the words say'
  return `${Math.abs(shift).toFixed(1)} units ${shift > 0 ? 'darker' : 'lighter'} than the words say`
}
