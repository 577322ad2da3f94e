/**
 * The one error class of Holon. `code` is stable and meant for programs, `message` says what was wrong,
 * `fix` says what to do about it, `details` carries what a handler may need.
 *
 * @example
 * ```ts
 * const error = new HolonError('log-full', 'The disk is full.', 'Make room.')
 * error.code // 'log-full'
 * error.fix // 'Make room.'
 * ```
 */
export class HolonError extends Error {
  readonly code: ErrorCode
  readonly fix: string
  readonly details: Readonly<Record<string, unknown>>

  constructor(
    code: ErrorCode,
    message: string,
    fix: string,
    options: { cause?: unknown; details?: Readonly<Record<string, unknown>> } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'HolonError'
    this.code = code
    this.fix = fix
    this.details = options.details ?? {}
  }
}

/** Every code a HolonError may carry, with its meaning and the HTTP status it answers with. */
export const errorCodes = {
  'declaration-invalid': { status: 500, meaning: 'A system was declared in a way that cannot run.' },
  'name-unknown': { status: 404, meaning: 'No system, decision, model or feedback has this name.' },
  'context-invalid': { status: 422, meaning: 'The context does not satisfy the schema of the decision.' },
  'value-invalid': { status: 422, meaning: 'The value sent back does not satisfy its schema.' },
  'decision-id-invalid': { status: 400, meaning: 'The decision id was not issued here, or was altered.' },
  'decision-unknown': { status: 404, meaning: 'No decision with this id is in the log.' },
  'key-conflict': { status: 409, meaning: 'The idempotency key was used before for another request.' },
  'case-answered': { status: 409, meaning: 'Somebody has answered the case already.' },
  'case-claimed': { status: 409, meaning: 'Somebody else is looking at the case.' },
  'flight-conflict': { status: 409, meaning: 'The flight collides with another one, or with how it stands.' },
  'log-full': { status: 507, meaning: 'The log has no room on its disk; nothing was recorded.' },
  'log-unavailable': {
    status: 503,
    meaning: 'The log could not make the record durable; nothing was recorded.',
  },
  'log-damaged': { status: 500, meaning: 'The log file cannot be read.' },
  'registry-unavailable': { status: 503, meaning: 'The registry cannot be read or written.' },
  'registry-conflict': { status: 409, meaning: 'A document changed between read and write.' },
  'warehouse-unavailable': { status: 503, meaning: 'The warehouse cannot answer now.' },
  'vault-unavailable': { status: 503, meaning: 'The keys of people cannot be read or written.' },
  'person-erased': { status: 410, meaning: 'The person was erased; their fields cannot be read any more.' },
  'model-invalid': { status: 500, meaning: 'The artefact of a model cannot be used.' },
  'model-mismatch': { status: 500, meaning: 'The artefact of a model does not fit its declaration.' },
  'snapshot-unknown': { status: 404, meaning: 'The snapshot of a record is not in the registry.' },
  'measure-invalid': { status: 500, meaning: 'A measure cannot be computed as written.' },
  'data-invalid': { status: 422, meaning: 'Rows of data cannot be used as they are.' },
  'config-invalid': { status: 500, meaning: 'A setting has a value that cannot be used.' },
  'input-invalid': { status: 422, meaning: 'An argument is outside its range.' },
  'request-invalid': { status: 400, meaning: 'The request cannot be read.' },
  'not-authorized': { status: 401, meaning: 'The key is missing or wrong.' },
  'not-allowed': { status: 403, meaning: 'This is not open to whoever asks, or not switched on.' },
  'not-found': { status: 404, meaning: 'There is nothing at this address.' },
  'too-large': { status: 413, meaning: 'The request is larger than allowed.' },
  'too-many': { status: 429, meaning: 'As much of it as may be is under way already.' },
  'too-slow': { status: 503, meaning: 'The answer took longer than allowed.' },
  internal: { status: 500, meaning: 'Something failed that should not have.' },
} as const satisfies Record<string, { status: number; meaning: string }>

/** A code of a HolonError. */
export type ErrorCode = keyof typeof errorCodes
