import { once } from 'node:events'
import { Agent, get } from 'node:http'
import { connect, createServer as createTcpServer } from 'node:net'

import type { FastifyInstance } from 'fastify'
import type { RecordDocument } from 'holon'
import { afterEach, expect, test } from 'vitest'

import { createServer, type ServerOptions } from './create-server.ts'
import { openLamps } from './lamp.fixture.ts'
import { listen } from './listen.ts'

const servers: FastifyInstance[] = []

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

async function serve(options: Partial<ServerOptions> = {}): Promise<FastifyInstance> {
  const server = createServer({
    systems: [await openLamps()],
    version: '1',
    logger: { error: () => undefined },
    ...options,
  })
  servers.push(server)
  return server
}

test('takes the next free port, unless one was asked for', async () => {
  const first = await listen(await serve())
  const second = await listen(await serve())
  expect(first).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  expect(Number(new URL(second).port)).toBeGreaterThan(Number(new URL(first).port))
  expect((await fetch(`${second}/api/v1/health`)).status).toBe(200)
  const asked = listen(await serve(), { port: Number(new URL(first).port) })
  await expect(asked).rejects.toMatchObject({
    code: 'config-invalid',
    message: expect.stringContaining('in use'),
  })
})

test('is reached from other machines only with a key', async () => {
  for (const host of ['0.0.0.0', '::', '192.0.2.1']) {
    await expect(listen(await serve(), { host, port: 0 })).rejects.toMatchObject({ code: 'config-invalid' })
  }
  const open = await listen(await serve({ apiKey: '0123456789abcdef' }), { host: '0.0.0.0', port: 0 })
  expect((await fetch(`http://127.0.0.1:${new URL(open).port}/api/v1/systems`)).status).toBe(401)
})

test('other failures of listening are not taken for a port in use', async () => {
  const server = await serve({ apiKey: '0123456789abcdef' })
  await expect(listen(server, { host: '192.0.2.1', port: 0 })).rejects.toMatchObject({
    code: 'EADDRNOTAVAIL',
  })
})

async function raw(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  socket.write(bytes)
  let text = ''
  socket.on('data', (chunk) => {
    text += chunk
  })
  await once(socket, 'close')
  return text
}

test('answers what is not HTTP, too large or too slow as a problem', async () => {
  const server = await serve({ limits: { request: 300 } })
  const { port } = new URL(await listen(server, { port: 0 }))
  const nonsense = await raw(Number(port), 'hello\r\n\r\n')
  expect(nonsense).toMatch(/^HTTP\/1\.1 400 Bad Request\r\ncontent-type: application\/problem\+json/)
  expect(JSON.parse(nonsense.split('\r\n\r\n')[1] ?? '')).toMatchObject({
    status: 400,
    code: 'request-invalid',
  })
  const long = await raw(
    Number(port),
    `GET / HTTP/1.1\r\nhost: localhost\r\nx: ${'y'.repeat(40_000)}\r\n\r\n`,
  )
  expect(long).toMatch(/^HTTP\/1\.1 431 /)
  const slow = await raw(Number(port), 'GET / HTTP/1.1\r\nhost: loc')
  expect(slow).toMatch(/^HTTP\/1\.1 408 Request Timeout/)
})

test('closing finishes what is under way, and cuts off what takes too long', async () => {
  let finish: () => void = () => undefined
  const lamps = await openLamps()
  const waiting = new Promise<void>((resolve) => {
    finish = resolve
  })
  const system = {
    ...lamps,
    record: (id: string) => waiting.then(() => lamps.record(id)),
    replay: () => new Promise<never>(() => undefined),
  }
  const server = await serve({ systems: [system], limits: { closing: 200 } })
  const url = await listen(server, { port: 0 })
  const { id } = await lamps.decide('light', { dusk: 0.9, room: 'hall' })
  const finished = fetch(`${url}/api/v1/decisions/${id}`)
  const cut = fetch(`${url}/api/v1/decisions/${id}/replay`, { method: 'POST' }).catch(() => 'cut off')
  await new Promise((resolve) => setTimeout(resolve, 50))
  const closed = server.close()
  setTimeout(finish, 50)
  expect((await finished).status).toBe(200)
  await closed
  expect(await cut).toBe('cut off')
  await expect(fetch(url)).rejects.toThrow()
})

test('closing does not wait for a connection once its last answer has left', async () => {
  const lamps = await openLamps()
  const record = (id: string): Promise<RecordDocument> =>
    new Promise((resolve) => setTimeout(resolve, 200)).then(() => lamps.record(id))
  const server = await serve({ systems: [{ ...lamps, record }] })
  const url = await listen(server, { port: 0 })
  const { id } = await lamps.decide('light', { dusk: 0.9, room: 'hall' })
  const agent = new Agent({ keepAlive: true })
  const answered = once(
    get(`${url}/api/v1/decisions/${id}`, { agent }).on('response', (one) => one.resume()),
    'close',
  )
  await new Promise((resolve) => setTimeout(resolve, 100))
  const start = performance.now()
  await Promise.all([server.close(), answered])
  expect(performance.now() - start).toBeLessThan(2000)
  agent.destroy()
})

test('closing does not wait for connections that were only opened', async () => {
  const server = await serve()
  const { port } = new URL(await listen(server, { port: 0 }))
  const ahead = connect(Number(port), '127.0.0.1')
  await once(ahead, 'connect')
  const start = performance.now()
  await server.close()
  expect(performance.now() - start).toBeLessThan(2000)
})

test('admits no more connections than allowed', async () => {
  const server = await serve({ limits: { connections: 1 } })
  const { port } = new URL(await listen(server, { port: 0 }))
  const first = connect(Number(port), '127.0.0.1')
  await once(first, 'connect')
  const second = connect(Number(port), '127.0.0.1')
  await once(second, 'close')
  first.destroy()
})

test('a busy port in between is skipped', async () => {
  const blocker = createTcpServer()
  const first = await listen(await serve())
  const next = Number(new URL(first).port) + 1
  const blocked = await new Promise<boolean>((resolve) => {
    blocker.once('error', () => resolve(false)).listen(next, '127.0.0.1', () => resolve(true))
  })
  const second = Number(new URL(await listen(await serve())).port)
  if (blocked) expect(second).toBeGreaterThan(next)
  blocker.close()
})
