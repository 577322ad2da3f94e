import { NumberInput } from '@mantine/core'
import '@mantine/core/styles/InlineInput.css'
import '@mantine/core/styles/NumberInput.css'
import { formatShare } from '../format/number.ts'
import './share-input.css'

/** A share of all units, by a slider or as a number in percent; 0 is for the time of writing only. */
export function ShareInput(props: {
  share: number
  change: (share: number) => void
  error?: string | undefined
}) {
  const { share, change, error } = props
  const percent = Number((share * 100).toFixed(4))
  const set = (next: number) => change(Number((next / 100).toFixed(6)))
  return (
    <div className="share-input">
      <input
        type="range"
        aria-label="Share, as a slider"
        aria-valuetext={formatShare(share)}
        min={0}
        max={100}
        step={1}
        value={percent}
        onChange={({ currentTarget }) => set(Math.max(1, Number(currentTarget.value)))}
      />
      <NumberInput
        label="Share of all"
        size="sm"
        required
        suffix=" %"
        min={0}
        max={100}
        decimalScale={2}
        hideControls
        value={percent === 0 ? '' : percent}
        error={error}
        onChange={(next) => set(typeof next === 'number' ? next : 0)}
      />
    </div>
  )
}
