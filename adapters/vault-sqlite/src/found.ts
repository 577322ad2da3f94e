/** A person as the vault keeps them. */
export interface KeyedRow {
  readonly pseudonym: string
  readonly key: Uint8Array
}

/** An answer, and how many people were erased when it was given: more than before means that a memory of keys is stale. */
export interface Found<T> {
  readonly value: T
  readonly erased: number
}
