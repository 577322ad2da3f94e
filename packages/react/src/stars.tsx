import { type ReactElement, type ReactNode, useId } from 'react'

import type { Field } from './field.ts'
import { Receipt, type ReceiptWords } from './receipt.tsx'
import { useSettled } from './use-settled.ts'

/** Properties of `Stars`. */
export interface StarsProps {
  /** Where 1 to `most` goes. */
  readonly field: Field<number>
  readonly question: ReactNode
  /** Default 5. */
  readonly most?: number
  /** Names one choice for a screen reader. */
  readonly star?: (count: number, most: number) => string
  readonly words?: Partial<ReceiptWords>
}

const inEnglish = (count: number, most: number): string => `${count} of ${most} stars`

/** So many stars, as radio buttons. Stars that arrow keys only pass over are not sent. */
export function Stars({
  field,
  question,
  most = 5,
  star = inEnglish,
  words,
}: StarsProps): ReactElement | null {
  const name = useId()
  const { held, hold, settle, sendNow } = useSettled<number>((count) => field.send(count))
  if (field.status === 'closed') return null
  const given = held ?? field.value ?? 0
  return (
    <fieldset
      data-holon="stars"
      onBlur={({ relatedTarget: next }) => {
        if (!(next instanceof HTMLInputElement && next.name === name)) settle()
      }}
    >
      <legend>{question}</legend>
      <div data-part="choices">
        {Array.from({ length: most }, (_, index) => index + 1).map((count) => (
          <label key={count} data-on={count <= given || undefined}>
            <input
              type="radio"
              name={name}
              checked={count === given}
              onChange={({ nativeEvent }) => {
                const isPointer = 'detail' in nativeEvent && Number(nativeEvent.detail) > 0
                if (isPointer) sendNow(count)
                else hold(count)
              }}
            />
            <span data-part="star" aria-hidden />
            <span data-part="unseen">{star(count, most)}</span>
          </label>
        ))}
      </div>
      <Receipt field={field} words={words} />
    </fieldset>
  )
}
