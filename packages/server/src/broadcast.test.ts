import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'

import type { FastifyInstance } from 'fastify'
import type { Running, StreamEvent } from 'holon'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { createServer } from './create-server.ts'
import { openLamps } from './lamp.fixture.ts'
import { listen } from './listen.ts'

let running: Awaited<ReturnType<typeof openLamps>>
let server: FastifyInstance
let url: string
const listeners = new Set<(event: StreamEvent) => void>()

beforeEach(async () => {
  running = await openLamps()
  listeners.clear()
  const subscribe: Running['subscribe'] = (listener) => {
    const stop = running.subscribe(listener)
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
      stop()
    }
  }
  const system = { ...running, subscribe }
  server = createServer({ systems: [system], version: '1' })
  url = await listen(server, { port: 0 })
})

afterEach(async () => {
  await server.close()
  await running.close()
})

async function follow(): Promise<IncomingMessage> {
  const request = get(`${url}/api/v1/systems/lamps/stream`)
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  return response.setEncoding('utf8')
}

/** Reads until the text satisfies a condition. */
async function readUntil(response: IncomingMessage, enough: (text: string) => boolean): Promise<string> {
  let text = ''
  for await (const chunk of response.iterator({ destroyOnReturn: false })) {
    text += chunk
    if (enough(text)) return text
  }
  return text
}

test('tells decisions and feedback as they happen', async () => {
  const response = await follow()
  expect(response.headers['content-type']).toBe('text/event-stream; charset=utf-8')
  expect(response.headers['cache-control']).toBe('no-store')
  const seen = await running.decide('light', { dusk: 0.9, room: 'hall' }, { subject: 'dweller' })
  await running.feedback(seen.id, 'useful', true)
  const text = await readUntil(response, (all) => all.includes('event: feedback') && all.endsWith('}\n\n'))
  const [, decision, feedback] = text.trim().split('\n\n')
  expect(decision).toMatch(/^event: decision\ndata: \{/)
  expect(JSON.parse(decision?.split('data: ')[1] ?? '')).toMatchObject({ id: seen.id, experience: 'lamp' })
  expect(decision).not.toContain('dweller')
  expect(JSON.parse(feedback?.split('data: ')[1] ?? '')).toMatchObject({ decision: seen.id, value: true })
  response.destroy()
})

test('subscribes once for all readers, and not at all for none', async () => {
  const readers = await Promise.all([follow(), follow(), follow()])
  expect(listeners.size).toBe(1)
  for (const reader of readers) reader.destroy()
  await expect.poll(() => listeners.size).toBe(0)
})

test('a reader that is too slow loses events and is told how many', async () => {
  const slow = await follow()
  slow.pause()
  const details = { text: 'x'.repeat(50_000) }
  const sent = 400
  const event: StreamEvent = {
    type: 'event',
    data: { kind: 'event', at: 1, system: 'lamps', name: 'big', details },
  }
  const before = process.memoryUsage().arrayBuffers
  for (let count = 0; count < sent; count++) {
    for (const tell of listeners) tell(event)
    if (count % 20 === 0) await new Promise((resolve) => setTimeout(resolve, 1))
  }
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10_000_000)
  const text = await readUntil(slow, (all) => received(all) + dropped(all) >= sent)
  expect(received(text) + dropped(text)).toBe(sent)
  expect(dropped(text)).toBeGreaterThan(0)
  slow.destroy()
})

function received(text: string): number {
  return text.split('event: event\n').length - 1
}

function dropped(text: string): number {
  return [...text.matchAll(/event: dropped\ndata: \{"count":(\d+)\}/g)].reduce(
    (sum, [, count]) => sum + Number(count),
    0,
  )
}

test('closing the server ends the streams in good order', async () => {
  const response = await follow()
  const ended = once(response, 'end')
  response.resume()
  await server.close()
  await ended
})

test('an unknown system is refused as a problem, and HEAD by its method', async () => {
  const unknown = await fetch(`${url}/api/v1/systems/fridges/stream`)
  expect(unknown.status).toBe(404)
  expect((await fetch(`${url}/api/v1/systems/lamps/stream`, { method: 'HEAD' })).status).toBe(405)
})
