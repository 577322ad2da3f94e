import { useId } from 'react'
import './feedback.css'

/** A question with a few answers in a row, in one tap. */
export function ScaleQuestion(props: {
  text: string
  choices: readonly { readonly value: number; readonly label: string }[]
  chosen: number | undefined
  onChoose: (value: number) => void
}) {
  const { text, choices, chosen, onChoose } = props
  const name = useId()
  return (
    <fieldset className="ask">
      <legend className="ask-text">{text}</legend>
      <div className="ask-scale">
        {choices.map(({ value, label }) => (
          <label key={value}>
            <input type="radio" name={name} checked={chosen === value} onChange={() => onChoose(value)} />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
