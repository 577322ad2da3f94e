import { inTransaction, openDatabase, pragma, serve, type ThreadData } from '@holon/sqlite'
import { type Committed, type Group, type Place, without } from './group.ts'
import { entryFinder } from './held.ts'
import { application, migrations } from './schema.ts'

/** `maxBytes` is the size the file may grow to. */
export interface WriterData extends ThreadData {
  readonly maxBytes?: number
}

/** Large enough for ten entries, small enough that an entry committed alone does not write much more than itself. */
const pageSize = 8192

/**
 * The write-ahead log is copied into the file by another thread. When that falls behind by this many pages, 64 MB, the writer
 * does the rest: then SQLite starts the write-ahead log over. What a long read made it grow beyond that is cut off again.
 */
const mostPagesAhead = 8192

serve<WriterData>(({ file, maxBytes }) => {
  const database = openDatabase({ file, application, migrations, pageSize })
  database.exec(
    `PRAGMA wal_autocheckpoint=${mostPagesAhead}; PRAGMA journal_size_limit=${mostPagesAhead * pageSize}`,
  )
  if (maxBytes !== undefined)
    database.exec(
      `PRAGMA max_page_count=${Math.max(1, Math.floor(maxBytes / pragma(database, 'page_size')))}`,
    )
  const lastRow = database.prepare('SELECT last FROM entry ORDER BY last DESC LIMIT 1')
  const addRow = database.prepare('INSERT INTO entry VALUES (?, ?)')
  const addSystem = database.prepare('INSERT INTO decided VALUES (?, ?)')
  const addAbout = database.prepare(
    'INSERT INTO about SELECT value, ? + key FROM json_each(?) WHERE value IS NOT NULL',
  )
  const addToken = database.prepare('INSERT INTO once VALUES (?, ?)')
  const findToken = database.prepare('SELECT position FROM once WHERE token = ?')
  const entryAt = entryFinder(database)
  const lastPosition = () => Number(lastRow.get()?.last ?? 0)
  const last = lastPosition()
  // A file that was cut short shows here, and not at the first person's decision.
  if (last > 0) entryAt(last)

  /** Gives every new token its position; answers the entries whose token is not new, and the position it stands for. */
  function claim({ once }: Group, first: number): Place[] {
    const known: Place[] = []
    for (const { index, token } of once) {
      const position = findToken.get(token)?.position
      if (position === undefined) addToken.run(token, first + index - known.length)
      else known.push({ index, position: Number(position) })
    }
    return known
  }

  function append(group: Group): Committed {
    const first = lastPosition() + 1
    const known = claim(group, first)
    const { rows, about } = known.length === 0 ? group : without(group, known)
    let position = first - 1
    for (const { entries, count, systems } of rows) {
      position += count
      addRow.run(position, entries)
      for (const system of systems) addSystem.run(system, position)
    }
    addAbout.run(first, about)
    return { first, known: known.map((place) => ({ ...place, entry: entryAt(place.position) })) }
  }

  return {
    append: (group: Group) => inTransaction(database, () => append(group)),
    close: () => database.close(),
  }
})
