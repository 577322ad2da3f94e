import type { FastifyInstance, FastifyRequest } from 'fastify'

import type { Simulations } from './simulations.ts'
import type { Systems } from './systems.ts'

/** Where the server reports what failed. A pino logger is one. */
export interface Log {
  error(details: object, message: string): void
}

/** What every resource needs to know. */
export interface Served {
  readonly systems: Systems
  /** Names of the systems whose product has a page here. */
  readonly pages: ReadonlySet<string>
  readonly version: string
  /** May models be broken on purpose? */
  readonly demo: boolean
  /** What runs worlds; absent where none are run. */
  readonly simulations?: Simulations
  /** Longest time an answer may take, in milliseconds. */
  readonly patience: number
  readonly log: Log
  /** Does the request carry the key? Always, when none is configured. */
  readonly knows: (request: FastifyRequest) => boolean
}

/** Adds the routes of one resource. */
export type Resource = (app: FastifyInstance, served: Served) => void

declare module 'fastify' {
  interface FastifyInstance {
    /** What a Holon server says about itself. */
    readonly holon: { readonly hasKey: boolean }
  }
}
