import { statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { SqliteError } from './error.ts'

/** Result codes of SQLite (sqlite.org/rescode.html): the primary ones, and the extended ones that need telling apart. */
const primary = { busy: 5, locked: 6, corrupt: 11, full: 13, notADatabase: 26 } as const
const extended = { write: 778, sharedMemorySize: 4874, badChecksum: 8202, corruptFileSystem: 8458 } as const

/** Below this many free bytes, a failed write is put down to the full disk. */
const littleRoom = 1 << 20

/** Says what an error of SQLite or of the file system means for a file. */
export function explained(error: unknown, file: string): SqliteError {
  if (error instanceof SqliteError) return error
  const { errcode, code, message } = error as { errcode?: number; code?: string; message?: string }
  const reason = message ?? String(error)
  if (isFull(errcode, code, file))
    return new SqliteError(
      'full',
      `There is no room for ${file}.`,
      'Make room on that disk: the next write then succeeds, nothing needs to be restarted.',
      error,
    )
  if (isDamaged(errcode))
    return new SqliteError(
      'damaged',
      `${file} is damaged: ${reason}.`,
      `Stop the program, keep a copy of ${file} and its -wal file, then put back a backup or run ` +
        `\`sqlite3 ${file} .recover\` into a new file. It is never deleted by itself.`,
      error,
    )
  const kind = (errcode ?? 0) & 0xff
  if (kind === primary.busy || kind === primary.locked)
    return new SqliteError(
      'busy',
      `Another process holds ${file} for too long.`,
      'Find the process that has the file open and wait for it, or stop it.',
      error,
    )
  return new SqliteError(
    'unavailable',
    `${file} cannot be used: ${reason}.`,
    'Check that the folder exists, is on a local disk and may be written by this user.',
    error,
  )
}

function isDamaged(errcode = 0): boolean {
  const isCorrupt = [primary.corrupt, primary.notADatabase].some((code) => code === (errcode & 0xff))
  return isCorrupt || errcode === extended.badChecksum || errcode === extended.corruptFileSystem
}

function isFull(errcode: number | undefined, code: string | undefined, file: string): boolean {
  if (code === 'ENOSPC' || code === 'EDQUOT' || ((errcode ?? 0) & 0xff) === primary.full) return true
  return (errcode === extended.write || errcode === extended.sharedMemorySize) && roomFor(file) < littleRoom
}

function roomFor(file: string): number {
  const { bavail, bsize } = statfsSync(dirname(file))
  return bavail * bsize
}
