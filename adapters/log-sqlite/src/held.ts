import type { DatabaseSync } from 'node:sqlite'
import { linesOf } from './row.ts'

/** A row as it is in the file. */
export interface StoredRow {
  readonly last: number
  readonly entries: string
}

/** Answers the text of the entry at a position that is in the log. */
export function entryFinder(database: DatabaseSync): (position: number) => string {
  const holder = database.prepare('SELECT last, entries FROM entry WHERE last >= ? ORDER BY last LIMIT 1')
  return (position) => {
    const { last, entries } = holder.get(position) as unknown as StoredRow
    return linesOf(entries).at(position - last - 1) ?? ''
  }
}
