import { inTransaction, openDatabase, pragma, serve, type ThreadData } from '@holon/sqlite'
import type { Committed, Group, Known } from './group.ts'
import { application, migrations } from './schema.ts'

/** `maxBytes` is the size the file may grow to. */
export interface WriterData extends ThreadData {
  readonly maxBytes?: number
}

/** Large enough for ten entries, small enough that an entry committed alone does not write much more than itself. */
const pageSize = 8192

serve<WriterData>(({ file, maxBytes }) => {
  const database = openDatabase({ file, application, migrations, pageSize })
  if (maxBytes !== undefined)
    database.exec(
      `PRAGMA max_page_count=${Math.max(1, Math.floor(maxBytes / pragma(database, 'page_size')))}`,
    )
  const last = database.prepare('SELECT position, entry FROM entry ORDER BY position DESC LIMIT 1')
  const insert = database.prepare('INSERT INTO entry VALUES (?, ?, ?, ?)')
  const remember = database.prepare('INSERT INTO once VALUES (?, ?)')
  const recall = database.prepare(
    'SELECT position, entry FROM once JOIN entry USING (position) WHERE token = ?',
  )
  // A file cut short shows here, and not at the first person's decision.
  last.get()

  function append({ entries, about, system, once }: Group): Committed {
    const known: Known[] = []
    let position = Number(last.get()?.position ?? 0)
    const first = position + 1
    for (const [index, entry] of entries.entries()) {
      const token = once[index] ?? null
      const earlier = token === null ? undefined : recall.get(token)
      if (earlier !== undefined) {
        known.push({ index, ...(earlier as unknown as Omit<Known, 'index'>) })
        continue
      }
      insert.run(++position, about[index] ?? null, system[index] ?? null, entry)
      if (token !== null) remember.run(token, position)
    }
    return { first, known }
  }

  return {
    append: (group: Group) => inTransaction(database, () => append(group)),
    close: () => database.close(),
  }
})
