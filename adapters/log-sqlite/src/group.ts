import { linesOf, type Row, RowWriter, systemOf } from './row.ts'

/** Entries that are committed together, in few and long texts: they cross to another thread faster than objects do. */
export interface Group {
  readonly rows: readonly Row[]
  /** JSON list of the decision that each entry belongs to, or null. */
  readonly about: string
  /** Entries that are stored only if their token is new, by their place in the group. */
  readonly once: readonly { readonly index: number; readonly token: string }[]
}

/** The entry at `index` of a group was not stored: its token stands for the earlier one at this position. */
export interface Place {
  readonly index: number
  readonly position: number
}

/** Where the entries of a group are: the fresh ones one after the other from `first`, the others where `known` says. */
export interface Committed {
  readonly first: number
  readonly known: readonly (Place & { readonly entry: string })[]
}

/** The group without some of its entries. */
export function without({ rows, about, once }: Group, dropped: readonly Place[]): Group {
  const indexes = new Set(dropped.map(({ index }) => index))
  const isKept = (_: unknown, index: number) => !indexes.has(index)
  const kept = new RowWriter()
  for (const text of rows.flatMap(({ entries }) => linesOf(entries)).filter(isKept))
    kept.add(text, systemOf(text))
  const decisions = (JSON.parse(about) as (string | null)[]).filter(isKept)
  return { rows: kept.rows(), about: JSON.stringify(decisions), once }
}
