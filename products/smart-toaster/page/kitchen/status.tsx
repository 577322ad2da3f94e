import type { State } from '../appliance/messages.ts'
import type { Toast } from './use-breakfast.ts'
import './status.css'

/** What goes on, in one line and a few figures. */
export function Status({
  toast,
  state,
  onStop,
}: {
  toast: Toast | undefined
  state: State
  onStop: () => void
}) {
  const left = Math.max(0, state.seconds - state.heated)
  return (
    <div className="status">
      <p className="status-line" role="status">
        {headline(toast, state)}
      </p>
      {toast?.phase === 'toasting' && (
        <div className="status-now">
          <p className="status-left">
            <span className="status-number">{Math.ceil(left)}</span> s left
          </p>
          <button type="button" onClick={onStop}>
            Stop
          </button>
        </div>
      )}
      <dl className="status-figures">
        <Figure title="Face of the bread" value={`${Math.round(state.look.surface)} °C`} />
        <Figure title="Case" value={`${Math.round(state.look.wall)} °C`} />
        <Figure title="Water left" value={`${Math.round(state.look.moisture * 100)} %`} />
        <Figure title="Colour" value={counted(Math.round(state.look.darkening), 'unit')} />
      </dl>
    </div>
  )
}

function Figure({ title, value }: { title: string; value: string }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{value}</dd>
    </div>
  )
}

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`

function headline(toast: Toast | undefined, { look }: State): string {
  if (look.burning) return 'Fire.'
  if (look.alarm) return 'The smoke alarm calls.'
  if (toast === undefined) return 'Ready for a slice.'
  if (toast.phase === 'deciding') return 'Weighing the slice, and asking for how long …'
  if (toast.phase === 'wait')
    return `Still hot from the last toast. Ready in about ${Math.ceil(toast.seconds)} seconds.`
  if (toast.phase === 'toasting') return toast.degraded ? 'Toasting by the fixed dial.' : 'Toasting.'
  return 'Done. The bread is up.'
}
