import { openForReading } from '@holon/sqlite'
import { entryFinder, type StoredRow } from './held.ts'
import { type Page, pageOf } from './page.ts'
import { linesOf, systemOf } from './row.ts'

type Found = Generator<readonly [position: number, entry: string]>

/** Reads the file of a log beside whoever writes it. */
export interface Reader {
  read(ask: { after: number; limit: number }): Page
  find(ask: { decision: string; after: number }): Page
  latest(ask: { system: string; before: number; limit: number }): Page
  last(): number
  close(): void
}

/** Opens a file that a writer has made. */
export function openReader(file: string): Reader {
  const database = openForReading(file)
  const entryAt = entryFinder(database)
  const rowsAfter = database.prepare('SELECT last, entries FROM entry WHERE last > ? ORDER BY last')
  const positionsAbout = database.prepare(
    'SELECT position FROM about WHERE decision = ? AND position > ? ORDER BY position',
  )
  // The row that holds the position itself may begin with earlier ones.
  const rowsBefore = database.prepare(
    `SELECT last, entries FROM decided JOIN entry USING (last)
     WHERE system = ?1 AND last <= ifnull((SELECT min(last) FROM entry WHERE last >= ?2), ?2)
     ORDER BY last DESC`,
  )
  const lastPosition = database.prepare('SELECT max(last) AS last FROM entry')

  function* after(position: number): Found {
    for (const row of rowsAfter.iterate(position))
      for (const entry of placed(row as unknown as StoredRow)) if (entry[0] > position) yield entry
  }

  function* about(decision: string, position: number): Found {
    for (const { position: found } of positionsAbout.iterate(decision, position))
      yield [Number(found), entryAt(Number(found))]
  }

  function* before(system: string, position: number): Found {
    for (const row of rowsBefore.iterate(system, position))
      for (const entry of placed(row as unknown as StoredRow).reverse())
        if (entry[0] < position && systemOf(entry[1]) === system) yield entry
  }

  return {
    read: (ask) => pageOf(after(ask.after), ask.limit),
    find: (ask) => pageOf(about(ask.decision, ask.after), Infinity),
    latest: (ask) => pageOf(before(ask.system, ask.before), ask.limit),
    last: () => Number(lastPosition.get()?.last ?? 0),
    close: () => database.close(),
  }
}

function placed({ last, entries }: StoredRow): (readonly [position: number, entry: string])[] {
  const lines = linesOf(entries)
  return lines.map((entry, i) => [last - lines.length + 1 + i, entry])
}
