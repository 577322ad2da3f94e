import type { Socket } from 'node:net'

import type { Problem } from 'holon'

import { problem, problemType } from './problem.ts'

/** Answers what is not even HTTP, or came too slowly or too large to be read, on the bare connection. */
export function answerClientError(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const answer = problems[error.code ?? ''] ?? malformed
  const body = JSON.stringify(answer)
  const head = [
    `HTTP/1.1 ${answer.status} ${reasons[answer.status] ?? 'Bad Request'}`,
    `content-type: ${problemType}`,
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}

const malformed = problem('request-invalid', 'The request is not valid HTTP.', 'Use an HTTP/1.1 client.')

const problems: Readonly<Record<string, Problem>> = {
  HPE_HEADER_OVERFLOW: problem(
    'too-large',
    'The head of the request is too large.',
    'Send shorter headers.',
    431,
  ),
  ERR_HTTP_REQUEST_TIMEOUT: problem(
    'request-invalid',
    'The request took too long to arrive.',
    'Send it again, faster.',
    408,
  ),
}

const reasons: Readonly<Record<number, string>> = {
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
}
