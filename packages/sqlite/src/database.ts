import { chmodSync, closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { SqliteError } from './error.ts'

/** What a file is and how it is kept. */
export interface DatabaseOptions {
  readonly file: string
  /** Four ASCII characters in the file's header that mark files of this kind. */
  readonly application: string
  /** SQL that leads from each version of the schema to the next; the first one makes version 1. */
  readonly migrations: readonly string[]
  /** Bytes; of a new file only. */
  readonly pageSize?: number
  /** Only this user may read the file, and what is deleted is overwritten with zeros. */
  readonly secret?: boolean
}

/** How long to wait for another process that holds the file, in milliseconds. */
const patience = 5000

/**
 * Opens a file, makes it and its folder if there is none, and brings its schema up to date. A commit is on disk when it
 * returns: write-ahead log with `synchronous=FULL`. Several processes may have it open.
 * @throws SqliteError, or an error of node:sqlite or node:fs that `explained` explains
 */
export function openDatabase(options: DatabaseOptions): DatabaseSync {
  const { file, secret = false, pageSize = 4096 } = options
  makeFolder(dirname(resolve(file)))
  if (secret) makePrivate(file)
  const database = new DatabaseSync(file, { timeout: patience })
  try {
    refuseForeign(database, options)
    database.exec(`PRAGMA page_size=${pageSize}; PRAGMA synchronous=FULL`)
    if (secret) database.exec('PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY')
    logAhead(database, file)
    migrate(database, options)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** Opens a file that `openDatabase` has made, for reading beside a writer. */
export function openForReading(file: string): DatabaseSync {
  return new DatabaseSync(file, { readOnly: true, timeout: patience })
}

/** A number that SQLite keeps about a file. */
export function pragma(database: DatabaseSync, name: string): number {
  return Number(Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0])
}

/** Runs something in one transaction: all of it is stored, or nothing when it throws. */
export function inTransaction<T>(database: DatabaseSync, run: () => T): T {
  database.exec('BEGIN IMMEDIATE')
  try {
    const result = run()
    database.exec('COMMIT')
    return result
  } catch (error) {
    // SQLite itself has rolled back already after some errors.
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}

/** Makes a folder that is still there after a power cut. */
function makeFolder(folder: string): void {
  const first = mkdirSync(folder, { recursive: true })
  if (first === undefined) return
  for (let made = folder; made.length >= first.length; made = dirname(made)) syncFolder(dirname(made))
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

/** Before the first byte is written; SQLite gives its side files the same mode. */
function makePrivate(file: string): void {
  closeSync(openSync(file, 'a', 0o600))
  chmodSync(file, 0o600)
}

function refuseForeign(database: DatabaseSync, { file, application, migrations }: DatabaseOptions): void {
  const found = pragma(database, 'application_id')
  const isNew = found === 0 && pragma(database, 'schema_version') === 0
  if (!isNew && found !== idOf(application))
    throw new SqliteError('foreign', `${file} belongs to another program.`, 'Give the path of another file.')
  const version = pragma(database, 'user_version')
  if (version > migrations.length)
    throw new SqliteError(
      'foreign',
      `${file} was written by a later version of this program (schema ${version}, known ${migrations.length}).`,
      'Install the later version.',
    )
  if (!isNew && tablesOf(database) !== tablesAfter(migrations.slice(0, version)))
    throw new SqliteError(
      'foreign',
      `The tables of ${file} are not those of its schema ${version}: another version of this program wrote it.`,
      'Open it with the version that wrote it, or move it aside to begin with a new file.',
    )
}

function tablesAfter(migrations: readonly string[]): string {
  const database = new DatabaseSync(':memory:')
  for (const step of migrations) database.exec(step)
  const tables = tablesOf(database)
  database.close()
  return tables
}

function tablesOf(database: DatabaseSync): string {
  const made = 'SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name'
  return JSON.stringify(database.prepare(made).all())
}

function logAhead(database: DatabaseSync, file: string): void {
  const mode = database.prepare('PRAGMA journal_mode=WAL').get()?.journal_mode
  if (mode !== 'wal')
    throw new SqliteError(
      'unavailable',
      `The file system of ${file} cannot hold a write-ahead log.`,
      'Put the file on a local disk.',
    )
}

function migrate(database: DatabaseSync, { application, migrations }: DatabaseOptions): void {
  if (pragma(database, 'user_version') === migrations.length) return
  inTransaction(database, () => {
    // Read again: another process may have done it since.
    const version = pragma(database, 'user_version')
    for (const step of migrations.slice(version)) database.exec(step)
    database.exec(`PRAGMA application_id=${idOf(application)}; PRAGMA user_version=${migrations.length}`)
  })
}

function idOf(application: string): number {
  return Buffer.from(application, 'ascii').readInt32BE()
}
