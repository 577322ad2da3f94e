import type { FastifyInstance } from 'fastify'
import { afterEach, describe, expect, test } from 'vitest'

import { createServer, type ServerOptions } from './create-server.ts'
import { openLamps } from './lamp.fixture.ts'

let app: FastifyInstance | undefined

afterEach(async () => {
  await app?.close()
})

async function serve(options: Partial<ServerOptions>): Promise<FastifyInstance> {
  app = createServer({
    systems: [await openLamps()],
    version: '1',
    logger: { error: () => undefined },
    ...options,
  })
  return app
}

const payload = { context: { dusk: 0.9, room: 'hall' } }
const decide = { method: 'POST', url: '/api/v1/systems/lamps/decisions/light', payload } as const

describe('without a key', () => {
  test.each(['127.0.0.1:4321', 'localhost', 'LOCALHOST:80', '[::1]:4321', '[::1]'])(
    'answers to %s',
    async (host) => {
      const server = await serve({})
      expect((await server.inject({ ...decide, headers: { host } })).statusCode).toBe(201)
    },
  )

  test.each(['evil.example', 'localhost.evil.example:4321', '127.0.0.1.evil.example', '192.168.1.5'])(
    'refuses the host "%s", pages included',
    async (host) => {
      const server = await serve({})
      for (const url of ['/', '/api/v1/systems', '/api/v1/docs/']) {
        const before = await server.inject({ ...decide, headers: { host: 'localhost' } })
        expect(before.statusCode).toBe(201)
        const response = await server.inject({ url, headers: { host } })
        expect(response.statusCode).toBe(403)
        expect(response.json().code).toBe('not-allowed')
      }
    },
  )

  test.each(['https://evil.example', 'null', 'http://127.0.0.1:9999', 'http://localhost:4321'])(
    'takes nothing from a page of %s',
    async (origin) => {
      const server = await serve({})
      const headers = { host: '127.0.0.1:4321', origin }
      expect((await server.inject({ ...decide, headers })).statusCode).toBe(403)
      const erase = await server.inject({ method: 'DELETE', url: '/api/v1/people/x', headers })
      expect(erase.statusCode).toBe(403)
    },
  )

  test('takes from pages it serves', async () => {
    const server = await serve({})
    const headers = { host: '127.0.0.1:4321', origin: 'http://127.0.0.1:4321' }
    expect((await server.inject({ ...decide, headers })).statusCode).toBe(201)
  })
})

describe('with a key', () => {
  const apiKey = '0123456789abcdef0123'
  const right = { authorization: `Bearer ${apiKey}` }

  test('answers who knows it, by any name', async () => {
    const server = await serve({ apiKey })
    const headers = { ...right, host: 'holon.example' }
    expect((await server.inject({ ...decide, headers })).statusCode).toBe(201)
  })

  test.each([undefined, '', 'Bearer', `Bearer ${apiKey}x`, `Basic ${apiKey}`, apiKey])(
    'refuses "%s"',
    async (authorization) => {
      const server = await serve({ apiKey })
      const headers = authorization === undefined ? {} : { authorization }
      const response = await server.inject({ ...decide, headers })
      expect(response.statusCode).toBe(401)
      expect(response.headers['www-authenticate']).toBe('Bearer')
      expect(response.json().code).toBe('not-authorized')
    },
  )

  test('health is open, but tells what is not well only to who knows it', async () => {
    const system = { ...(await openLamps()), problems: () => ['the disk is full'] }
    const server = await serve({ apiKey, systems: [system] })
    expect((await server.inject('/api/v1/health')).json()).toMatchObject({ status: 'degraded', problems: [] })
    const known = await server.inject({ url: '/api/v1/health', headers: right })
    expect(known.json().problems).toEqual(['the disk is full'])
  })

  test('must not be short', async () => {
    await expect(serve({ apiKey: 'secret' })).rejects.toMatchObject({ code: 'config-invalid' })
  })
})

describe('other origins', () => {
  const origin = 'https://shop.example'
  const host = '127.0.0.1:4321'
  const preflight = { ...decide, method: 'OPTIONS', payload: '' } as const
  const asked = { host, origin, 'access-control-request-method': 'POST' }

  test('are not let in unless listed', async () => {
    const server = await serve({})
    const response = await server.inject({ ...preflight, headers: asked })
    expect(response.headers['access-control-allow-origin']).toBeUndefined()
  })

  test('are let in when listed, before the key is asked for', async () => {
    const server = await serve({ origins: [origin], apiKey: '0123456789abcdef' })
    const response = await server.inject({ ...preflight, headers: asked })
    expect(response.statusCode).toBe(204)
    expect(response.headers).toMatchObject({
      'access-control-allow-origin': origin,
      'access-control-allow-headers': expect.stringContaining('authorization'),
      vary: 'origin',
    })
    const evil = await server.inject({ ...preflight, headers: { ...asked, origin: 'https://evil.example' } })
    expect(evil.headers['access-control-allow-origin']).toBeUndefined()
  })

  test('may write when listed, without a key', async () => {
    const server = await serve({ origins: [origin] })
    const response = await server.inject({ ...decide, headers: { host, origin } })
    expect(response.statusCode).toBe(201)
    expect(response.headers['access-control-allow-origin']).toBe(origin)
  })
})
