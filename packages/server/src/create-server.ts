import Fastify, { type FastifyInstance } from 'fastify'
import { HolonError, type Running } from 'holon'
import { pino } from 'pino'

import { api } from './api.ts'
import { answerClientError } from './client-error.ts'
import { closeInTime } from './closing.ts'
import { answerErrors } from './errors.ts'
import { keyCheck, refuseStrangers } from './guard.ts'
import { ofrep } from './ofrep/ofrep.ts'
import { pages } from './pages/pages.ts'
import type { Log, Served } from './served.ts'
import type { Simulations } from './simulations.ts'
import { Systems } from './systems.ts'
import { keepTickShape } from './tick-shape.ts'

/** What to serve, and how. */
export interface ServerOptions {
  readonly systems: readonly Running[]
  /** Version of what runs, told by `/health` and the API's document. */
  readonly version: string
  /** Folders of built product pages, by the name of their system. */
  readonly pages?: Readonly<Record<string, string>>
  /** Folder of the built studio. */
  readonly studio?: string
  /** Key that callers must send, 16 characters or more. Without one, only this machine is served. */
  readonly apiKey?: string
  /** Other origins whose pages may call the API, `https://shop.example` for example; default none. */
  readonly origins?: readonly string[]
  /** What runs worlds around the systems; default: nothing does. */
  readonly simulations?: Simulations
  /** Allows to break models on purpose, and to simulate; default false. */
  readonly demo?: boolean
  /** Where failures are reported; default: JSON lines on standard error. */
  readonly logger?: Log
  readonly limits?: Limits
}

/** Limits against callers that are broken or mean. Times in milliseconds. */
export interface Limits {
  /** Bytes of a request's body; default 1 MiB. */
  readonly body?: number
  /** Time an answer may take; default 30 s. */
  readonly answer?: number
  /** Time a request may take to arrive whole; default 30 s. */
  readonly request?: number
  /** Open connections; default 4096. */
  readonly connections?: number
  /** Time that answers under way get when the server closes; default 10 s. */
  readonly closing?: number
}

const usual: Required<Limits> = {
  body: 1024 * 1024,
  answer: 30_000,
  request: 30_000,
  connections: 4096,
  closing: 10_000,
}

const shortestKey = 16
/** Longest part of an address that stands for a value. */
const longestParameter = 1024

/**
 * Makes the HTTP server of running systems: API, documentation, studio and product pages. It neither opens nor closes
 * the systems.
 *
 * @throws HolonError `config-invalid` for a key that is too short, or two systems of one name
 * @example
 * ```ts
 * import { defineSystem, open, type Running } from 'holon'
 * const system = defineSystem('empty', { purpose: 'none', people: [], decisions: [], goals: [] })
 * const running = (await open(system)) as unknown as Running
 * const server = createServer({ systems: [running], version: '1.0.0' })
 * await listen(server, { port: 0 })
 * await server.close()
 * ```
 */
export function createServer(options: ServerOptions): FastifyInstance {
  const { apiKey, origins = [] } = options
  if (apiKey !== undefined && apiKey.length < shortestKey) throw shortKey
  const limits = { ...usual, ...options.limits }
  const served = servedBy(options, limits)
  const app = fastify(limits)
  keepTickShape()
  app.decorate('holon', { hasKey: apiKey !== undefined })
  app.setErrorHandler(answerErrors(served.log))
  if (apiKey === undefined) app.addHook('onRequest', refuseStrangers(origins))
  const access = { ...(apiKey !== undefined && { apiKey }), origins }
  api(app, served, access)
  ofrep(app, served, access)
  const { studio, pages: products = {} } = options
  pages(app, { ...(studio !== undefined && { studio }), products }, served.log)
  closeInTime(app, limits.closing)
  return app
}

function servedBy(options: ServerOptions, limits: Required<Limits>): Served {
  const { systems, pages: products = {}, version, apiKey, demo = false, simulations } = options
  const check = apiKey === undefined ? () => true : keyCheck(apiKey)
  return {
    systems: new Systems(systems),
    pages: new Set(Object.keys(products)),
    version,
    demo,
    ...(simulations !== undefined && { simulations }),
    patience: limits.answer,
    log: options.logger ?? pino({ name: 'holon' }, pino.destination(2)),
    knows: (request) => check(request.headers.authorization),
  }
}

function fastify(limits: Required<Limits>): FastifyInstance {
  const app: FastifyInstance = Fastify({
    bodyLimit: limits.body,
    requestTimeout: limits.request,
    http: { headersTimeout: limits.request, connectionsCheckingInterval: limits.request / 4 },
    return503OnClosing: false,
    routerOptions: { maxParamLength: longestParameter },
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: false } },
    clientErrorHandler: answerClientError,
    frameworkErrors: (error, request, reply) => app.errorHandler(error, request, reply),
  })
  app.server.maxConnections = limits.connections
  return app
}

const shortKey = new HolonError(
  'config-invalid',
  `The key is shorter than ${shortestKey} characters.`,
  'Make one with: openssl rand -hex 32',
)
