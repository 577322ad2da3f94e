import { SqliteError, type SqliteErrorCode } from '@holon/sqlite'
import { type ErrorCode, HolonError } from 'holon'

const codes: Readonly<Record<SqliteErrorCode, ErrorCode>> = {
  full: 'log-full',
  damaged: 'log-damaged',
  foreign: 'log-damaged',
  busy: 'log-unavailable',
  unavailable: 'log-unavailable',
  stopped: 'log-unavailable',
  closed: 'log-unavailable',
}

/** What a file or its thread answers; what they throw as callers of the log get it. */
export async function asked<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (cause) {
    if (cause instanceof SqliteError)
      throw new HolonError(codes[cause.code], cause.message, cause.fix, { cause })
    throw cause
  }
}
