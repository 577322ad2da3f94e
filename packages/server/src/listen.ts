import type { FastifyInstance } from 'fastify'
import { HolonError } from 'holon'

import { isLoopback } from './guard.ts'

/** Where to listen. */
export interface Address {
  /** Default 127.0.0.1. Another than the loopback address needs a key. */
  readonly host?: string
  /** Default 4321, or the next free one. A port asked for here is taken or the call fails. 0: any free port. */
  readonly port?: number
}

const usualPort = 4321
const portsToTry = 100

/**
 * Starts to listen and answers the address, `http://127.0.0.1:4321` for example.
 *
 * @throws HolonError `config-invalid` for an address others can reach while no key is configured, or a port in use
 */
export async function listen(server: FastifyInstance, address: Address = {}): Promise<string> {
  const host = address.host ?? '127.0.0.1'
  if (!isLoopback(host) && !server.holon.hasKey) throw unguarded(host)
  const first = address.port ?? usualPort
  const last = address.port === undefined ? first + portsToTry : first
  for (let port = first; ; port++) {
    try {
      return await server.listen({ host, port })
    } catch (error) {
      if (!isTaken(error)) throw error
      if (port >= last) throw taken(host, port, error)
    }
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
}

function unguarded(host: string): HolonError {
  return new HolonError(
    'config-invalid',
    `The address ${host} can be reached from other machines, and no key is configured.`,
    'Listen on 127.0.0.1, or configure a key.',
  )
}

function taken(host: string, port: number, cause: unknown): HolonError {
  return new HolonError(
    'config-invalid',
    `The port ${port} of ${host} is in use.`,
    'Stop what uses it, or choose another port.',
    { cause },
  )
}
