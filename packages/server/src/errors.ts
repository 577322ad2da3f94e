import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Problem } from 'holon'

import { MethodError } from './methods.ts'
import { problem, problemOf, problemType } from './problem.ts'
import type { Log } from './served.ts'

type Handler = (error: unknown, request: FastifyRequest, reply: FastifyReply) => void

/** Answers every error as a problem, and logs those that are the server's. Addresses are logged as routes: they may name people. */
export function answerErrors(log: Log): Handler {
  return (error, request, reply) => {
    const answer = error instanceof MethodError ? { ...problemOf(error), status: 405 } : problemOf(error)
    if (answer.status >= 500) {
      log.error({ err: error, method: request.method, route: request.routeOptions.url }, answer.title)
    }
    sendProblem(reply, answer)
  }
}

/** Seconds after which to try again what is only unavailable for now. */
const retryAfter = '1'

function sendProblem(reply: FastifyReply, answer: Problem): void {
  if (answer.status === 503) reply.header('retry-after', retryAfter)
  reply.code(answer.status).type(problemType).send(answer)
}

/** Answers an address that does not exist. */
export function answerNotFound(_request: FastifyRequest, reply: FastifyReply): void {
  sendProblem(
    reply,
    problem('not-found', 'There is nothing at this address.', 'See /api/v1/docs for what there is.'),
  )
}
