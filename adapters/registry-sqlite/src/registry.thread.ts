import { createHash } from 'node:crypto'
import { inTransaction, openDatabase, serve, type ThreadData } from '@holon/sqlite'
import type { Change, Conflict, Row } from './change.ts'
import { application, migrations } from './schema.ts'

/** Ends a transaction whose changes do not fit. */
class Misfit {
  readonly conflict: Conflict

  constructor(conflict: Conflict) {
    this.conflict = conflict
  }
}

serve<ThreadData>(({ file }) => {
  const database = openDatabase({ file, application, migrations })
  const find = database.prepare('SELECT key, version, value FROM document WHERE collection = ? AND key = ?')
  const all = database.prepare('SELECT key, version, value FROM document WHERE collection = ? ORDER BY key')
  const put = database.prepare('INSERT OR REPLACE INTO document VALUES (?, ?, ?, ?)')
  const remove = database.prepare('DELETE FROM document WHERE collection = ? AND key = ?')
  const addArtefact = database.prepare('INSERT OR IGNORE INTO artefact VALUES (?, ?)')
  const findArtefact = database.prepare('SELECT bytes FROM artefact WHERE sha256 = ?')
  const rowOf = ({ collection, key }: { collection: string; key: string }) =>
    find.get(collection, key) as Row | undefined

  function apply(change: Change): void {
    const { collection, key, version: expected, value } = change
    const found = rowOf(change)?.version ?? 0
    if (expected !== null && expected !== found) throw new Misfit({ collection, key, expected, found })
    if (value === null) remove.run(collection, key)
    else put.run(collection, key, found + 1, value)
  }

  /** Answers the conflict that kept all of it from being written. */
  function write(changes: readonly Change[]): Conflict | undefined {
    try {
      inTransaction(database, () => changes.forEach(apply))
      return undefined
    } catch (error) {
      if (error instanceof Misfit) return error.conflict
      throw error
    }
  }

  return {
    get: rowOf,
    list: (collection: string) => all.all(collection),
    write,
    putArtefact(bytes: Uint8Array) {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      addArtefact.run(sha256, bytes)
      return sha256
    },
    getArtefact: (sha256: string) => findArtefact.get(sha256)?.bytes,
    close: () => database.close(),
  }
})
