/**
 * What went wrong on the way to the server or there. `code` is the server's (see `errorCodes` of `holon`), or
 * `server-unreachable` when there was no answer of a Holon server, or `queue-full`.
 */
export class ClientError extends Error {
  readonly code: string
  readonly fix: string
  /** HTTP status; 0 when there was no answer. */
  readonly status: number
  /** Milliseconds the server wants to be left alone; 0 when it did not say. */
  readonly wait: number

  constructor(code: string, message: string, fix: string, status = 0, wait = 0, options?: ErrorOptions) {
    super(message, options)
    this.name = 'ClientError'
    this.code = code
    this.fix = fix
    this.status = status
    this.wait = wait
  }
}

/** May the same request succeed later? */
export function isPassing({ status }: ClientError): boolean {
  return status === 0 || status === 408 || status === 429 || status >= 500
}
