/**
 * Entries that are committed together, as columns of text: strings cross to another thread at a fraction of the cost of
 * objects.
 */
export interface Group {
  readonly entries: string[]
  /** The decision each belongs to. */
  readonly about: (string | null)[]
  /** The system of each that is a decision. */
  readonly system: (string | null)[]
  readonly once: (string | null)[]
}

/** Where the entries of a group are: the fresh ones one after the other from `first`, the others where `known` says. */
export interface Committed {
  readonly first: number
  readonly known: readonly Known[]
}

/** The entry at `index` of a group was not stored, because its token stands for this earlier one. */
export interface Known {
  readonly index: number
  readonly position: number
  readonly entry: string
}

/** Stored entries as columns. `more`: the answer was getting long, there may be others after these. */
export interface Page {
  readonly positions: readonly number[]
  readonly entries: readonly string[]
  readonly more: boolean
}
