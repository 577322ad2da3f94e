import { HolonError } from 'holon'

/** What was wrong with an evaluation, in the words of OpenFeature. */
export type FlagErrorCode =
  | 'FLAG_NOT_FOUND'
  | 'TYPE_MISMATCH'
  | 'INVALID_CONTEXT'
  | 'TARGETING_KEY_MISSING'
  | 'GENERAL'

/** An evaluation that has no value. `code` is OpenFeature's, the message says what was wrong and what to do. */
export class FlagError extends Error {
  readonly code: FlagErrorCode

  constructor(code: FlagErrorCode, message: string, fix: string, cause?: unknown) {
    super(`${message} ${fix}`, cause === undefined ? undefined : { cause })
    this.name = 'FlagError'
    this.code = code
  }
}

/** Any error in the words of OpenFeature. */
export function flagError(error: unknown): FlagError {
  if (error instanceof FlagError) return error
  if (error instanceof HolonError) {
    const code = error.code === 'context-invalid' ? 'INVALID_CONTEXT' : 'GENERAL'
    return new FlagError(code, error.message, error.fix, error)
  }
  return new FlagError('GENERAL', 'The decision failed.', 'Look into the cause.', error)
}
