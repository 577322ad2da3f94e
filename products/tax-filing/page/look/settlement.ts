import type { Settlement } from '../../domain/result.ts'

/** How a return ends, in the words of the page. */
export interface Ending {
  readonly kind: 'refund' | 'owed' | 'even'
  readonly label: string
  /** Dollars, 0 or more. */
  readonly amount: number
}

/** What a settlement means for the person. */
export function endingOf({ owed, refund }: Settlement): Ending {
  if (refund > 0) return { kind: 'refund', label: 'Your refund', amount: refund }
  if (owed > 0) return { kind: 'owed', label: 'You owe', amount: owed }
  return { kind: 'even', label: 'Nothing to pay, nothing back', amount: 0 }
}
