import { createHash, timingSafeEqual } from 'node:crypto'

import type { FastifyReply, FastifyRequest } from 'fastify'
import { HolonError } from 'holon'

type Hook = (request: FastifyRequest, reply: FastifyReply, done: (error?: Error) => void) => void

/** Names under which this machine is reached from itself. */
const loopback = new Set(['127.0.0.1', 'localhost', '[::1]', '::1'])

/** Is this address reachable from this machine only? */
export function isLoopback(host: string): boolean {
  return loopback.has(host)
}

/**
 * Guards a server without a key, which trusts whoever reaches the loopback address. Pages of other sites reach it too,
 * through the person's browser: by a name of theirs that resolves to 127.0.0.1 (refused by `host`), or by a plain
 * cross-origin write (refused by `origin`, unless that origin is among those allowed).
 */
export function refuseStrangers(origins: readonly string[]): Hook {
  const allowed = new Set(origins)
  let ours: string | undefined
  return (request, _reply, done) => {
    const { host, origin } = request.headers
    // Most callers say what the one before said.
    if (host === undefined || (host !== ours && !loopback.has(nameIn(host)))) return done(strangeHost)
    ours = host
    if (origin === undefined || isRead(request.method)) return done()
    done(origin === `http://${host}` || allowed.has(origin) ? undefined : strangeOrigin)
  }
}

function nameIn(host: string): string {
  const colon = host.lastIndexOf(':')
  return (colon > host.lastIndexOf(']') ? host.slice(0, colon) : host).toLowerCase()
}

function isRead(method: string): boolean {
  return method === 'GET' || method === 'HEAD'
}

const strangeHost = new HolonError(
  'not-allowed',
  'Without a key the server answers to 127.0.0.1, localhost and [::1] only.',
  'Use one of these names, or configure a key.',
)

const strangeOrigin = new HolonError(
  'not-allowed',
  'Without a key the server takes nothing from pages of other origins.',
  'Call it from a page it serves, or configure a key.',
)

/** Lets requests pass that carry `authorization: Bearer <key>`. Comparing takes the same time whatever is wrong. */
export function demandKey(key: string): Hook {
  const isRight = keyCheck(key)
  return (request, reply, done) => {
    if (isRight(request.headers.authorization)) return done()
    reply.header('www-authenticate', 'Bearer')
    done(noKey)
  }
}

/** Says whether an authorization header carries the key. */
export function keyCheck(key: string): (authorization: string | undefined) => boolean {
  const expected = digest(`Bearer ${key}`)
  return (authorization) => authorization !== undefined && timingSafeEqual(digest(authorization), expected)
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

const noKey = new HolonError(
  'not-authorized',
  'The request carries no key, or not the right one.',
  'Send the header "authorization: Bearer <key>" with the key the server was started with.',
)
