import { type CSSProperties, type ReactNode, useId } from 'react'
import './choice.css'

/** One of a few. */
export interface Option<V> {
  readonly value: V
  readonly title: string
  readonly words?: string
  readonly colour?: string
}

/** A question with one answer of a few, as radio buttons. */
export function Choices<V extends string>(props: {
  legend: ReactNode
  options: readonly Option<V>[]
  chosen: V
  onChoose: (value: V) => void
  disabled?: boolean
  /** Least width of an option. */
  width?: string
}) {
  const { legend, options, chosen, onChoose, disabled = false, width } = props
  const name = useId()
  return (
    <fieldset disabled={disabled}>
      <legend>{legend}</legend>
      <div
        className="choices"
        style={width === undefined ? undefined : ({ '--choice': width } as CSSProperties)}
      >
        {options.map(({ value, title, words, colour }) => (
          <label key={value} className="choice">
            <input type="radio" name={name} checked={value === chosen} onChange={() => onChoose(value)} />
            {colour !== undefined && <span className="choice-colour" style={{ background: colour }} />}
            <span className="choice-title">{title}</span>
            {words !== undefined && <small>{words}</small>}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
