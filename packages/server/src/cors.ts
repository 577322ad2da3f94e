import type { FastifyReply, FastifyRequest } from 'fastify'

type Hook = (request: FastifyRequest, reply: FastifyReply, done: () => void) => void

/** Lets pages of the listed origins call the API, and answers what browsers ask before they let them. */
export function allowOrigins(origins: readonly string[]): Hook {
  const allowed = new Set(origins)
  return (request, reply, done) => {
    const { origin } = request.headers
    reply.header('vary', 'origin')
    if (origin === undefined || !allowed.has(origin)) return done()
    reply.header('access-control-allow-origin', origin)
    reply.header('access-control-expose-headers', 'etag, retry-after')
    if (request.headers['access-control-request-method'] === undefined) return done()
    reply
      .code(204)
      .header('access-control-allow-methods', 'GET, POST, PUT, DELETE')
      .header(
        'access-control-allow-headers',
        'authorization, content-type, idempotency-key, if-none-match, x-api-key',
      )
      .header('access-control-max-age', '600')
      .send()
  }
}
