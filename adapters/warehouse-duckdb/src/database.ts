import type { DuckDBConnection } from '@duckdb/node-api'
import { HolonError } from 'holon'
import { type FileOptions, messageOf, type OpenFile, openFile, renew } from './file.ts'
import type { ResultRow } from './summary.ts'
import { makeStaging } from './tables.ts'

/** An open database: a connection that writes, and as many that read as there are questions. */
export class Database {
  readonly #file: OpenFile
  readonly writer: DuckDBConnection
  readonly #busy = new Set<Promise<unknown>>()
  position: number
  /** False after the file was made anew under a caller who believes it is further. */
  known: boolean

  private constructor(file: OpenFile, writer: DuckDBConnection, known: boolean) {
    this.#file = file
    this.writer = writer
    this.position = file.position
    this.known = known
  }

  static async open(options: FileOptions): Promise<Database> {
    return Database.#over(await openFile(options), true)
  }

  /** Opens again after the database failed; a damaged file is set aside. */
  static async reopen(failed: Database, options: FileOptions, error: unknown): Promise<Database> {
    await failed.close()
    const file = isDamage(error) ? await renew(options, 'damaged', messageOf(error)) : await openFile(options)
    return Database.#over(file, file.position === failed.position)
  }

  static async #over(file: OpenFile, known: boolean): Promise<Database> {
    const writer = await file.instance.connect()
    await writer.run(makeStaging)
    return new Database(file, writer, known)
  }

  /** Uses the database, which closes only afterwards. */
  async during<T>(use: (database: Database) => Promise<T>): Promise<T> {
    const using = use(this)
    this.#busy.add(using)
    try {
      return await using
    } finally {
      this.#busy.delete(using)
    }
  }

  /** Asks on a connection of its own, so that questions run side by side and see only what was committed. */
  async read(sql: string): Promise<readonly ResultRow[]> {
    return this.#reading(async (connection) => (await connection.runAndReadAll(sql)).getRowObjectsJS())
  }

  /** Asks several questions of one state, after statements that make temporary tables for them. */
  async readAll(
    prepare: readonly string[],
    asks: readonly string[],
  ): Promise<readonly (readonly ResultRow[])[]> {
    return this.#reading(async (connection) => {
      await connection.run('BEGIN')
      for (const sql of prepare) await connection.run(sql)
      const answers: ResultRow[][] = []
      for (const sql of asks) answers.push((await connection.runAndReadAll(sql)).getRowObjectsJS())
      return answers
    })
  }

  async #reading<T>(use: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    const connection = await this.#file.instance.connect()
    try {
      return await use(connection)
    } finally {
      connection.closeSync()
    }
  }

  async close(): Promise<void> {
    await Promise.allSettled(this.#busy)
    this.writer.closeSync()
    this.#file.instance.closeSync()
  }
}

/** Whether the database cannot go on after this error. */
export function isBroken(error: unknown): boolean {
  return isDamage(error) || messageOf(error).includes('database has been invalidated')
}

function isDamage(error: unknown): boolean {
  return /Corrupt database file|Could not read enough bytes/.test(messageOf(error))
}

/** What a caller gets for whatever DuckDB throws. */
export function unavailable(error: unknown): HolonError {
  if (error instanceof HolonError) return error
  return new HolonError(
    'warehouse-unavailable',
    `The warehouse failed: ${messageOf(error)}`,
    isBroken(error)
      ? 'Ask for its position and project the log from there: its file was opened again.'
      : 'Try again; if it stays so, close it, delete its file and project the log again.',
    { cause: error },
  )
}
