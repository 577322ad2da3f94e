import { createHmac, randomBytes } from 'node:crypto'
import { inTransaction, openDatabase, SqliteError, serve, type ThreadData } from '@holon/sqlite'
import type { Found, KeyedRow } from './found.ts'
import { application, migrations } from './schema.ts'
import { hasTraces } from './traces.ts'

serve<ThreadData>(({ file }) => {
  const database = openDatabase({ file, application, migrations, secret: true })
  inTransaction(database, () =>
    database
      .prepare('INSERT INTO installation SELECT ?, ?, 0, 0 WHERE NOT EXISTS (SELECT * FROM installation)')
      .run(randomBytes(16), randomBytes(32)),
  )
  const installation = database.prepare('SELECT * FROM installation')
  const byName = database.prepare('SELECT pseudonym, key FROM person WHERE name = ?')
  const byPseudonym = database.prepare('SELECT pseudonym, key FROM person WHERE pseudonym = ?')
  const add = database.prepare('INSERT INTO person VALUES (?, ?, ?)')
  const remove = database.prepare('DELETE FROM person WHERE name = ?')
  const countErased = database.prepare('UPDATE installation SET erased = erased + 1')
  const countCleaned = database.prepare('UPDATE installation SET cleaned = erased')
  const { naming, signing } = installation.get() as { naming: Uint8Array; signing: Uint8Array }

  const nameOf = (subject: string) => createHmac('sha256', naming).update(subject).digest()
  const find = (name: Uint8Array) => byName.get(name) as KeyedRow | undefined
  const counts = () => installation.get() as { erased: number; cleaned: number }

  function make(name: Uint8Array): KeyedRow {
    const row = { pseudonym: randomBytes(16).toString('base64url'), key: randomBytes(32) }
    add.run(name, row.pseudonym, row.key)
    return row
  }

  /** Makes those not seen before, all in one commit. */
  function people(subjects: readonly string[]): Found<KeyedRow[]> {
    const names = subjects.map(nameOf)
    const known = names.map(find)
    const isComplete = known.every((row) => row !== undefined)
    const rows = isComplete
      ? known
      : inTransaction(database, () => names.map((name) => find(name) ?? make(name)))
    return { value: rows, erased: counts().erased }
  }

  function erase(subject: string): Found<string | undefined> {
    const name = nameOf(subject)
    const row = find(name)
    if (row !== undefined)
      inTransaction(database, () => {
        remove.run(name)
        countErased.run()
      })
    const { erased, cleaned } = counts()
    if (cleaned < erased)
      clean(row === undefined ? [] : [name, Buffer.from(row.key), Buffer.from(row.pseudonym)])
    return { value: row?.pseudonym, erased }
  }

  /**
   * Leaves no trace of those erased. Deleted rows are overwritten with zeros, but the write-ahead log still has them. Should
   * a copy be left elsewhere in the file, or when it is not known what to look for, the file is written anew.
   */
  function clean(traces: readonly Buffer[]): void {
    emptyLog()
    if (traces.length === 0 || hasTraces(file, traces)) {
      database.exec('VACUUM')
      emptyLog()
    }
    countCleaned.run()
  }

  function emptyLog(): void {
    const result = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()
    if (result?.busy !== 0)
      throw new SqliteError(
        'busy',
        `The key is dropped, but traces of it stay in ${file}-wal while another process reads the file.`,
        'Erase the person once more, or open the vault again: both remove the traces.',
      )
  }

  const { erased, cleaned } = counts()
  if (cleaned < erased) clean([])

  return {
    secret: () => signing.slice(),
    people,
    known: (subject: string) => ({ value: find(nameOf(subject)), erased: counts().erased }),
    holder: (pseudonym: string) => ({ value: byPseudonym.get(pseudonym), erased: counts().erased }),
    erase,
    close: () => database.close(),
  }
})
