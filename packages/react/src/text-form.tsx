import { type ReactElement, type ReactNode, useId, useState } from 'react'

import { Action } from './action.tsx'
import type { Field } from './field.ts'
import { Receipt, type ReceiptWords } from './receipt.tsx'

/** Texts of a form with free text. */
export interface TextFormWords {
  readonly send: ReactNode
  /** Told when little room is left. */
  readonly room: (characters: number) => string
}

/** The label, the text and what is left of its room. */
export function TextArea(props: {
  label: ReactNode
  text: string
  most: number
  words: Partial<TextFormWords>
  isRequired?: boolean
  onText(text: string): void
}): ReactElement {
  const { label, text, most, words, isRequired = false, onText } = props
  const [name, hint] = [useId(), useId()]
  const room = most - text.length
  const inEnglish = (left: number): string =>
    `Room for ${left} more ${left === 1 ? 'character' : 'characters'}.`
  return (
    <div data-part="text">
      <label htmlFor={name}>{label}</label>
      <textarea
        id={name}
        rows={3}
        dir="auto"
        maxLength={most}
        required={isRequired}
        aria-describedby={hint}
        value={text}
        onChange={({ currentTarget }) => onText(currentTarget.value)}
      />
      <small id={hint} role="status">
        {room <= most / 10 && (words.room ?? inEnglish)(room)}
      </small>
    </div>
  )
}

/** One question that is answered in the person's own words. What was not accepted stays there. */
export function TextForm(props: {
  label: ReactNode
  field: Field<string>
  most: number
  words: Partial<TextFormWords & ReceiptWords>
}): ReactElement | null {
  const { label, field, most, words } = props
  const [text, setText] = useState('')
  if (field.status === 'closed') return null
  return (
    <form
      data-holon="text-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() !== '') field.send(text.trim())
      }}
    >
      {field.value === undefined && (
        <>
          <TextArea label={label} text={text} most={most} words={words} onText={setText} isRequired />
          <Action type="submit">{words.send ?? 'Send'}</Action>
        </>
      )}
      <Receipt field={field} words={words} />
    </form>
  )
}
