/**
 * What became of a value: `none` was given; it is `pending` until the server has it, also while the server cannot be
 * reached; `sent`; `failed` when the server refused it for good; `closed` where nothing can come back, because the answer
 * is not there or is a fallback.
 */
export type FieldStatus = 'none' | 'pending' | 'sent' | 'failed' | 'closed'

/**
 * One thing that can come back for a decision, as components of this package take it. `useFeedback` makes them, typed
 * by the declaration; anything else of this shape serves as well.
 */
export interface Field<V> {
  /** What the person gave, at once and not only when it arrived. After a failure what it was before. */
  readonly value: V | undefined
  readonly status: FieldStatus
  send(value: V): void
  /** Takes back what was given. */
  undo(): void
}
