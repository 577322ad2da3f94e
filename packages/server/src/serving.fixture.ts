import type { FastifyInstance } from 'fastify'
import type { DecideAnswer, Problem } from 'holon'
import { expect } from 'vitest'

import { createServer, type ServerOptions } from './create-server.ts'
import { openLamps } from './lamp.fixture.ts'

export const dark = { context: { dusk: 0.9, room: 'hall' }, subject: 'dweller-1' }
export const decideUrl = '/api/v1/systems/lamps/decisions/light'

interface Request {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly url: string
  readonly payload?: object | string
  readonly headers?: Record<string, string>
}

/** A server of the lamps, and what tests ask of it. */
export class Serving {
  readonly running: Awaited<ReturnType<typeof openLamps>>
  readonly app: FastifyInstance
  readonly logged: string[] = []
  readonly #servers: FastifyInstance[] = []

  private constructor(running: Awaited<ReturnType<typeof openLamps>>) {
    this.running = running
    this.app = this.serverOf({})
  }

  static async start(): Promise<Serving> {
    return new Serving(await openLamps())
  }

  /** Another server of the same system. */
  serverOf(options: Partial<ServerOptions>): FastifyInstance {
    const logger: ServerOptions['logger'] = {
      error: (details, message) => this.logged.push(`${message} ${JSON.stringify(details)}`),
    }
    const server = createServer({ systems: [this.running], version: '1.2.3', logger, ...options })
    this.#servers.push(server)
    return server
  }

  async decide(body: object = dark): Promise<DecideAnswer> {
    const response = await this.app.inject({ method: 'POST', url: decideUrl, payload: body })
    expect(response.statusCode, response.body).toBe(201)
    return response.json()
  }

  async get<T>(url: string): Promise<T> {
    const response = await this.app.inject(url)
    expect(response.statusCode, response.body).toBe(200)
    return response.json()
  }

  /** A request that must be refused, and refused well. */
  async problem(
    request: Request,
    server = this.app,
  ): Promise<Problem & { readonly headers: Record<string, unknown> }> {
    const response = await server.inject({ method: 'GET', ...request })
    expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    const body = response.json<Problem>()
    expect(body.status).toBe(response.statusCode)
    expect(body.type).toBe(`urn:holon:problem:${body.code}`)
    return { ...body, headers: response.headers }
  }

  async close(): Promise<void> {
    await Promise.all(this.#servers.map((server) => server.close()))
    await this.running.close()
  }
}
