import { Flags } from '@holon/flags'
import type { FastifyInstance, FastifyRequest } from 'fastify'

import type { Access } from '../api.ts'
import { readJson } from '../body.ts'
import { allowOrigins } from '../cors.ts'
import { answerErrors, answerNotFound } from '../errors.ts'
import { demandKey } from '../guard.ts'
import { apiHeaders } from '../headers.ts'
import { refuseOtherMethods } from '../methods.ts'
import type { Served } from '../served.ts'
import { evaluateAll, evaluateOne } from './evaluate.ts'
import { failureOf } from './failure.ts'
import { Revision } from './revision.ts'

/**
 * Adds the OpenFeature Remote Evaluation Protocol under `/ofrep/v1`, by which OpenFeature's clients in any language take
 * decisions. Guarded like the API; the key may also stand in `x-api-key`.
 */
export function ofrep(app: FastifyInstance, served: Served, { apiKey, origins }: Access): void {
  const flags = new Flags(served.systems.all)
  const revision = new Revision(served.systems.all)
  app.addHook('onClose', async () => revision.close())
  app.register(
    async (scope) => {
      scope.addHook('onRequest', apiHeaders)
      if (origins.length > 0) scope.addHook('onRequest', allowOrigins(origins))
      const refuse = refuseOtherMethods(scope)
      readJson(scope)
      answerFailures(scope, served)
      await scope.register(async (inner) => {
        if (apiKey !== undefined)
          inner.addHook('onRequest', readApiKey).addHook('onRequest', demandKey(apiKey))
        evaluateOne(inner, served, flags)
        evaluateAll(inner, served, { flags, revision })
      })
      scope.setNotFoundHandler(answerNotFound)
      refuse()
    },
    { prefix: '/ofrep/v1' },
  )
}

/** Answers errors as the protocol says; those it leaves open as the API does. */
function answerFailures(scope: FastifyInstance, { log }: Served): void {
  const otherwise = answerErrors(log)
  scope.setErrorHandler((error, request, reply) => {
    const failure = failureOf(error, keyIn(request))
    if (failure === undefined) return otherwise(error, request, reply)
    const { status, body } = failure
    if (status >= 500) log.error({ err: error, method: request.method }, 'A flag could not be evaluated.')
    return reply.code(status).send(body)
  })
}

function keyIn({ params }: FastifyRequest): string | undefined {
  if (typeof params !== 'object' || params === null || !('key' in params)) return undefined
  return typeof params.key === 'string' ? params.key : undefined
}

type Hook = (request: FastifyRequest, reply: unknown, done: () => void) => void

/** The protocol's clients may send the key in a header of its own. */
const readApiKey: Hook = ({ headers }, _reply, done) => {
  const key = headers['x-api-key']
  if (headers.authorization === undefined && typeof key === 'string') headers.authorization = `Bearer ${key}`
  done()
}
