/** What can go wrong with a SQLite file or with the thread that holds it. */
export type SqliteErrorCode =
  /** No room on the disk, or none left under the given limit. */
  | 'full'
  /** Another process holds the file. */
  | 'busy'
  /** The file is not what was written. */
  | 'damaged'
  /** The file belongs to something else, or to a later version. */
  | 'foreign'
  /** The disk or the operating system refused. */
  | 'unavailable'
  /** The thread that holds the file ended; what was under way may or may not be stored. */
  | 'stopped'
  /** It was closed. */
  | 'closed'

/** A SQLite file cannot be used: `message` says what was wrong, `fix` what to do. */
export class SqliteError extends Error {
  readonly code: SqliteErrorCode
  readonly fix: string

  constructor(code: SqliteErrorCode, message: string, fix: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'SqliteError'
    this.code = code
    this.fix = fix
  }
}
