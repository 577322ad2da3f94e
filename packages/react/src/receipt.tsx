import type { ReactElement, ReactNode } from 'react'

import { Action } from './action.tsx'
import type { Field } from './field.ts'

/** Texts of `Receipt`. */
export interface ReceiptWords {
  readonly pending: ReactNode
  readonly sent: ReactNode
  readonly failed: ReactNode
  readonly undo: ReactNode
}

const english: ReceiptWords = {
  pending: 'On its way. It waits here until it arrives.',
  sent: 'Thank you. It has arrived.',
  failed: 'This was not accepted.',
  undo: 'Take back',
}

/** Properties of `Receipt`. */
export interface ReceiptProps {
  readonly field: Pick<Field<unknown>, 'value' | 'status' | 'undo'>
  readonly words?: Partial<ReceiptWords> | undefined
}

/** What became of what a person said, told no better than it is, and how to take it back. */
export function Receipt({ field, words }: ReceiptProps): ReactElement {
  const said = { ...english, ...words }
  const { value, status } = field
  const isGiven = value !== undefined
  return (
    <div data-holon="receipt" data-status={status}>
      <span role="status">
        {status === 'pending' && isGiven && said.pending}
        {status === 'sent' && said.sent}
        {status === 'failed' && said.failed}
      </span>
      {isGiven && <Action onClick={() => field.undo()}>{said.undo}</Action>}
    </div>
  )
}
