import { type ReactElement, type ReactNode, useId, useState } from 'react'

import { Action } from './action.tsx'
import type { Field } from './field.ts'
import { Receipt, type ReceiptWords } from './receipt.tsx'
import { TextArea, type TextFormWords } from './text-form.tsx'

/** What a report says. */
export interface Report<C extends string> {
  readonly category: C
  /** Empty where nothing was written. */
  readonly text: string
}

/** Texts of `ReportForm`. */
export interface ReportWords extends ReceiptWords, TextFormWords {
  readonly title: ReactNode
  readonly category: ReactNode
  readonly text: ReactNode
}

const english = {
  title: 'Report a problem',
  category: 'What is wrong?',
  text: 'What should we know? (optional)',
  send: 'Send report',
}

/** Properties of `ReportForm`. */
export interface ReportFormProps<C extends string> {
  readonly field: Field<Report<C>>
  /** The choices: what is sent, and how it is called. */
  readonly categories: Readonly<Record<C, string>>
  /** Most characters of the text; default 2000. */
  readonly most?: number
  readonly words?: Partial<ReportWords>
}

/** Says what is wrong: one of some categories, and more in the person's own words. What was not accepted stays there. */
export function ReportForm<C extends string>(props: ReportFormProps<C>): ReactElement | null {
  const { field, categories, most = 2_000, words } = props
  const said = { ...english, ...words }
  const [name, group] = [useId(), useId()]
  const [category, setCategory] = useState<C>()
  const [text, setText] = useState('')
  if (field.status === 'closed') return null
  return (
    <form
      data-holon="report-form"
      aria-labelledby={name}
      onSubmit={(event) => {
        event.preventDefault()
        if (category !== undefined) field.send({ category, text: text.trim() })
      }}
    >
      <p id={name} data-part="title">
        {said.title}
      </p>
      {field.value === undefined && (
        <>
          <fieldset>
            <legend>{said.category}</legend>
            {(Object.keys(categories) as C[]).map((one) => (
              <label key={one}>
                <input
                  type="radio"
                  name={group}
                  required
                  checked={category === one}
                  onChange={() => setCategory(one)}
                />
                {categories[one]}
              </label>
            ))}
          </fieldset>
          <TextArea label={said.text} text={text} most={most} words={said} onText={setText} />
          <Action type="submit">{said.send}</Action>
        </>
      )}
      <Receipt field={field} words={said} />
    </form>
  )
}
