import { ClientError } from './error.ts'

/** One call of the API. */
export interface Call {
  readonly method: string
  readonly path: string
  readonly body?: object
}

/** Sends a call and answers with the JSON of its answer. `expected` is the one status that means all is well. */
export type Send = (call: Call, expected: number, timeout: number) => Promise<unknown>

/** Calls with less text outlive the page: browsers grant 64 KiB to all of them together, and eight are under way at a time. */
const outliving = 7_000

/** How calls reach the server at an address. */
export function sender(base: string, key: string | undefined, fetch: typeof globalThis.fetch): Send {
  return async ({ method, path, body }, expected, timeout) => {
    const text = body && asText(body)
    try {
      const response = await fetch(base + path, {
        method,
        headers: {
          ...(text && { 'content-type': 'application/json' }),
          ...(key && { authorization: `Bearer ${key}` }),
        },
        ...(text && { body: text }),
        keepalive: !text || text.length < outliving,
        redirect: 'error',
        signal: AbortSignal.timeout(timeout),
      })
      const answer = await response.text()
      if (response.status !== expected) throw refusal(response, answer)
      return answer && JSON.parse(answer)
    } catch (cause) {
      throw cause instanceof ClientError ? cause : unreachable(base, cause)
    }
  }
}

function asText(body: object): string {
  try {
    return JSON.stringify(body)
  } catch (cause) {
    throw new ClientError('request-invalid', 'What is to be sent is not JSON.', 'Send plain data.', 400, 0, {
      cause,
    })
  }
}

/** An answer that is not the expected one; what is not a problem of ours comes from something in between. */
function refusal({ status, headers }: Response, answer: string): ClientError {
  const wait = waitIn(headers.get('retry-after'))
  if (headers.get('content-type')?.startsWith('application/problem+json')) {
    const { code, detail, fix } = JSON.parse(answer)
    return new ClientError(code, detail, fix, status, wait)
  }
  const passing = status < 400 || status >= 500
  return new ClientError(
    passing ? 'server-unreachable' : 'request-invalid',
    `Something that is not Holon answered with status ${status}.`,
    'Check the address, and what stands between.',
    passing ? Math.max(status, 500) : status,
    wait,
  )
}

/** Seconds, or a date. */
function waitIn(header: string | null): number {
  if (!header) return 0
  const seconds = Number(header)
  return Math.max(0, Number.isNaN(seconds) ? Date.parse(header) - Date.now() || 0 : seconds * 1000)
}

function unreachable(base: string, cause: unknown): ClientError {
  const slow = cause instanceof DOMException && cause.name === 'TimeoutError'
  return new ClientError(
    'server-unreachable',
    `${base} ${slow ? 'did not answer in time' : 'cannot be reached'}.`,
    'Check the address and that the server runs.',
    0,
    0,
    { cause },
  )
}
