import { type ReactElement, type ReactNode, useId } from 'react'

import type { Field } from './field.ts'
import { Receipt, type ReceiptWords } from './receipt.tsx'
import { TextForm, type TextFormWords } from './text-form.tsx'

/** Texts of `Thumbs`. */
export interface ThumbsWords extends ReceiptWords, TextFormWords {
  readonly up: ReactNode
  readonly down: ReactNode
}

/** Properties of `Thumbs`. */
export interface ThumbsProps {
  readonly field: Field<boolean>
  readonly question: ReactNode
  /** Asked of whoever says no. */
  readonly followUp?: { readonly question: ReactNode; readonly field: Field<string>; readonly most?: number }
  readonly words?: Partial<ThumbsWords>
}

/** Yes or no, as two buttons of which one is pressed; pressing that one again takes it back. A no can say why. */
export function Thumbs({ field, question, followUp, words = {} }: ThumbsProps): ReactElement | null {
  const more = useId()
  if (field.status === 'closed') return null
  const toggle = (value: boolean) => () => (field.value === value ? field.undo() : field.send(value))
  const asks = field.value === false && followUp !== undefined
  return (
    <fieldset data-holon="thumbs">
      <legend>{question}</legend>
      <div data-part="choices">
        <button type="button" data-holon="action" aria-pressed={field.value === true} onClick={toggle(true)}>
          <Thumb />
          {words.up ?? 'Yes'}
        </button>
        <button
          type="button"
          data-holon="action"
          aria-pressed={field.value === false}
          {...(followUp && { 'aria-expanded': asks, 'aria-controls': more })}
          onClick={toggle(false)}
        >
          <Thumb isDown />
          {words.down ?? 'No'}
        </button>
      </div>
      <Receipt field={field} words={words} />
      <div id={more} hidden={!asks}>
        {asks && (
          <TextForm
            label={followUp.question}
            field={followUp.field}
            most={followUp.most ?? 1_000}
            words={words}
          />
        )}
      </div>
    </fieldset>
  )
}

function Thumb({ isDown = false }: { isDown?: boolean }) {
  return (
    <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden data-part={isDown ? 'down' : 'up'}>
      <path d="M3 11h4v10H3zM9 21V11l4-8c2 0 3 1 3 3v4h4c1 0 2 1 2 2l-2 7c0 1-1 2-2 2z" />
    </svg>
  )
}
