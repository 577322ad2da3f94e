import { useState } from 'react'
import './question.css'

/** One of the answers to a question. */
export interface Choice<T> {
  readonly value: T
  readonly words: string
}

/** The answers to most questions. */
export const yesOrNo = [
  { value: true, words: 'Yes' },
  { value: false, words: 'No' },
] as const

interface QuestionProps<T> {
  readonly asks: string
  readonly choices: readonly Choice<T>[]
  /** Told each time: a person may change their mind. */
  readonly onChoose: (value: T) => void
}

/** A question with a few answers. */
export function Question<T extends string | number | boolean>({ asks, choices, onChoose }: QuestionProps<T>) {
  const [chosen, setChosen] = useState<T>()
  return (
    <fieldset className="question">
      <legend>{asks}</legend>
      {choices.map(({ value, words }) => (
        <button
          key={words}
          type="button"
          aria-pressed={chosen === value}
          onClick={() => {
            setChosen(value)
            onChoose(value)
          }}
        >
          {words}
        </button>
      ))}
    </fieldset>
  )
}
