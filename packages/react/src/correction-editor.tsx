import {
  type FormEvent,
  type HTMLAttributes,
  type ReactElement,
  type ReactNode,
  useEffect,
  useRef,
  useState,
} from 'react'

import { Action } from './action.tsx'
import { diffWords, type Stretch } from './diff-words.ts'
import type { Field } from './field.ts'
import { Receipt, type ReceiptWords } from './receipt.tsx'
import { TextArea, type TextFormWords } from './text-form.tsx'
import { type Answered, useExposure } from './use-exposure.ts'

/** What a person made of a predicted text, and what exactly they changed. */
export interface Correction {
  readonly before: string
  readonly after: string
  readonly changes: readonly Stretch[]
}

/** Texts of `CorrectionEditor`. */
export interface CorrectionWords extends ReceiptWords, TextFormWords {
  readonly edit: ReactNode
  readonly label: ReactNode
  readonly cancel: ReactNode
  readonly changes: string
}

const english = {
  edit: 'Correct it',
  label: 'Correct it',
  send: 'Send correction',
  cancel: 'Leave it',
  changes: 'Your changes',
}

/** Properties of `CorrectionEditor`, and any attribute of its element. */
export interface CorrectionEditorProps extends HTMLAttributes<HTMLDivElement> {
  readonly answer?: Answered | undefined
  readonly predicted: string
  readonly field: Field<Correction>
  /** Most characters; default 10000. */
  readonly most?: number
  readonly words?: Partial<CorrectionWords>
}

/** Shows a predicted text, and lets the person correct it. What they changed is marked, and sent with it. */
export function CorrectionEditor(props: CorrectionEditorProps): ReactElement {
  const { answer, predicted, field, most = 10_000, words, ...rest } = props
  const said = { ...english, ...words }
  const seen = useExposure(answer)
  const [draft, setDraft] = useState<string>()
  const text = draft ?? field.value?.after ?? predicted
  const changes = diffWords(predicted, text)
  const controls = useFocusAfter(draft !== undefined)
  const send = (event: FormEvent) => {
    event.preventDefault()
    setDraft(undefined)
    if (text !== predicted) field.send({ before: predicted, after: text, changes })
  }
  return (
    <div data-holon="correction-editor" {...rest} ref={seen}>
      <Changes stretches={changes} label={said.changes} />
      <div ref={controls}>
        {draft !== undefined && (
          <form onSubmit={send}>
            <TextArea label={said.label} text={draft} most={most} words={said} onText={setDraft} />
            <div data-part="actions">
              <Action type="submit">{said.send}</Action>
              <Action onClick={() => setDraft(undefined)}>{said.cancel}</Action>
            </div>
          </form>
        )}
        {draft === undefined && field.status !== 'closed' && (
          <Action onClick={() => setDraft(text)}>{said.edit}</Action>
        )}
      </div>
      {field.status !== 'closed' && draft === undefined && <Receipt field={field} words={words} />}
    </div>
  )
}

/** The text, with what was removed and added. */
function Changes({ stretches, label }: { stretches: readonly Stretch[]; label: string }) {
  return (
    <p data-part="changes" dir="auto" {...(stretches.length > 1 && { 'aria-label': label, role: 'group' })}>
      {stretches.map(({ kind, text }, index) => {
        const Mark = marks[kind]
        // biome-ignore lint/suspicious/noArrayIndexKey: stretches have no other identity than their place
        return <Mark key={index}>{text}</Mark>
      })}
    </p>
  )
}

const marks = { same: 'span', removed: 'del', added: 'ins' } as const

/** When what is inside gives way to something else, the focus goes to the first thing of that. */
function useFocusAfter(isEditing: boolean) {
  const element = useRef<HTMLDivElement>(null)
  const was = useRef(isEditing)
  useEffect(() => {
    if (was.current === isEditing) return
    was.current = isEditing
    element.current?.querySelector<HTMLElement>('textarea, button')?.focus()
  }, [isEditing])
  return element
}
