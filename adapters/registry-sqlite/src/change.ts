/** A change of a document on its way to the thread: its value as JSON, null to delete it; null for any version. */
export interface Change {
  readonly collection: string
  readonly key: string
  readonly version: number | null
  readonly value: string | null
}

/** A document as stored. */
export interface Row {
  readonly key: string
  readonly version: number
  readonly value: string
}

/** The change that does not fit, and the version found instead. */
export interface Conflict {
  readonly collection: string
  readonly key: string
  readonly expected: number
  readonly found: number
}
