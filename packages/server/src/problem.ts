import { type ErrorCode, errorCodes, HolonError, type Problem } from 'holon'

/** Media type of every error answer (RFC 9457). */
export const problemType = 'application/problem+json; charset=utf-8'

/** Builds a problem; `status` only where HTTP has a finer one than the code. */
export function problem(code: ErrorCode, detail: string, fix: string, status?: number): Problem {
  const { status: usual, meaning } = errorCodes[code]
  return { type: `urn:holon:problem:${code}`, title: meaning, status: status ?? usual, detail, code, fix }
}

/** What a caller is told about an error. Nothing of an error that is not ours is shown. */
export function problemOf(error: unknown): Problem {
  if (error instanceof HolonError) return problem(error.code, error.message, error.fix)
  if (isHttpError(error)) return httpProblem(error)
  return internal
}

interface HttpError {
  readonly code: string
  readonly statusCode: number
  readonly message: string
}

const internal = problem(
  'internal',
  'The server failed to answer.',
  "Try again; if it happens again, look into the server's log.",
)

/** An error raised by Fastify itself about a request; its messages are written for callers. */
function isHttpError(error: unknown): error is HttpError {
  if (!(error instanceof Error) || !('code' in error) || !('statusCode' in error)) return false
  const { code, statusCode } = error
  if (typeof code !== 'string' || typeof statusCode !== 'number') return false
  return code.startsWith('FST_ERR_') && statusCode >= 400 && statusCode < 500
}

function httpProblem({ code, statusCode, message }: HttpError): Problem {
  if (statusCode === 413) return problem('too-large', message, 'Send less in one request.')
  return problem(
    'request-invalid',
    message,
    fixes[code] ?? 'Compare the request with /api/v1/docs.',
    statusCode,
  )
}

const fixes: Readonly<Record<string, string>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'Send JSON, with the header "content-type: application/json".',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'Send a JSON body, or no content-type.',
  FST_ERR_CTP_INVALID_JSON_BODY: 'Send valid JSON.',
  FST_ERR_BAD_URL: 'Percent-encode the address as UTF-8.',
}
