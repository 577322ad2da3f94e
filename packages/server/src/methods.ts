import type { FastifyInstance } from 'fastify'
import { HolonError } from 'holon'

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/**
 * Remembers every address of a scope, to refuse at the end the methods it does not have: 405 and `allow`, instead of
 * "not found". Call it before the routes, and what it returns after them.
 */
export function refuseOtherMethods(app: FastifyInstance): () => void {
  const known = new Map<string, string[]>()
  app.addHook('onRoute', ({ routePath, method }) => {
    known.set(routePath, [...(known.get(routePath) ?? []), ...[method].flat()])
  })
  return () => {
    for (const [url, allowed] of [...known]) refuse(app, url, allowed)
  }
}

function refuse(app: FastifyInstance, url: string, allowed: readonly string[]): void {
  app.route({
    method: methods.filter((method) => !allowed.includes(method)),
    url,
    schema: { hide: true },
    onRequest: (request, reply, done) => {
      reply.header('allow', allowed.join(', '))
      done(new MethodError(request.method, allowed))
    },
    handler: () => undefined,
  })
}

/** An address that exists, asked in a way it does not answer. */
export class MethodError extends HolonError {
  constructor(method: string, allowed: readonly string[]) {
    super('request-invalid', `This address does not answer to ${method}.`, `Use ${allowed.join(' or ')}.`)
  }
}
