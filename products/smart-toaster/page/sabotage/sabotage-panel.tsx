import { choices } from '../appliance/sabotage.ts'
import { command } from '../appliance/toaster.ts'
import { Choices } from '../look/choice.tsx'
import './sabotage-panel.css'

/** Break a part and see what becomes of the toast. */
export function SabotagePanel(props: {
  chosen: string
  onChoose: (name: string) => void
  latched: string | undefined
  fuseOpen: boolean
}) {
  const { chosen, onChoose, latched, fuseOpen } = props
  return (
    <section className="sheet sabotage" aria-labelledby="sabotage-title">
      <h2 id="sabotage-title">Try to make it burn</h2>
      <p className="quiet">
        Break one part, before or during a toast. The kitchen has to stay safe, whatever you choose. A toast
        with a broken model is decided in this browser and counts for nothing.
      </p>
      <Choices
        legend={<span className="unseen">What is broken</span>}
        options={choices.map(({ name, title, words }) => ({ value: name, title, words }))}
        chosen={chosen}
        onChoose={onChoose}
        width="15rem"
      />
      {latched !== undefined && <Latched because={latched} />}
      {fuseOpen && (
        <p className="sabotage-broken">
          The fuse has melted. It cannot be reset, by nobody and no program.{' '}
          <button type="button" onClick={() => command({ do: 'new toaster' })}>
            Buy a new toaster
          </button>
        </p>
      )}
    </section>
  )
}

/** Only a person lets a latch go, and says who and why. */
function Latched({ because }: { because: string }) {
  return (
    <form
      className="sabotage-broken"
      onSubmit={(event) => {
        event.preventDefault()
        const form = new FormData(event.currentTarget)
        command({ do: 'reset latch', by: String(form.get('by')), reason: String(form.get('reason')) })
      }}
    >
      <p>
        <strong>Latched:</strong> {because}. It does not heat, not after a restart either, until somebody has
        looked at it.
      </p>
      <label>
        Who are you? <input name="by" required autoComplete="off" />
      </label>
      <label>
        What did you find? <input name="reason" required autoComplete="off" />
      </label>
      <button type="submit">Release it</button>
    </form>
  )
}
