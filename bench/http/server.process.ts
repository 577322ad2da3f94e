import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer as createHttpServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openData } from '@holon/embedded'
import { createServer } from '@holon/server'
import Fastify from 'fastify'
import { decision, defineSystem, expectedUtility } from 'holon'
import { z } from 'zod'

/**
 * One server of the comparison in a process of its own: `node server.process.ts node | fastify | holon`. Tells its port
 * when it listens; answers every message with the CPU time that it and the processes of its own have used, in microseconds.
 */
const kinds = { node: bareEcho, fastify: fastifyEcho, holon: durableDecisions }

async function bareEcho(): Promise<Server> {
  const server = createHttpServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const text = JSON.stringify(JSON.parse(Buffer.concat(chunks).toString()))
      response.writeHead(201, {
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(text),
      })
      response.end(text)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

async function fastifyEcho(): Promise<Server> {
  const app = Fastify()
  app.post('/api/v1/systems/:system/decisions/:decision', async (request, reply) => {
    reply.code(201)
    return request.body
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  return app.server
}

async function durableDecisions(): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'holon-bench-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  const data = await openData(folder)
  const running = await data.open(shop)
  const app = createServer({ systems: [running], version: '1' })
  await app.listen({ host: '127.0.0.1', port: 0 })
  return app.server
}

const offer = decision('offer', {
  does: 'offers a discount',
  context: z.object({
    basket: z.number().meta({ dataClass: 'public' }),
    country: z.enum(['de', 'fr', 'us']).meta({ dataClass: 'public' }),
  }),
  example: { basket: 20, country: 'de' as const },
  experiences: {
    nothing: { style: 'silent' },
    discount: { style: 'annotate', right: 2, wrong: -1, chance: ({ context }) => context.basket / 100 },
  },
  policy: expectedUtility({ explore: 0.02 }),
  guardrails: [],
  fallback: 'nothing',
  feedback: {},
  mistakes: [],
})

const shop = defineSystem('shop', { purpose: 'sell', people: [], decisions: [offer], goals: [] })

const server = await kinds[process.argv[2] as keyof typeof kinds]()
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send?.(user + system + childrenOf(process.pid).reduce((sum, child) => sum + cpuOf(child), 0))
})
process.on('disconnect', () => process.exit())
process.send?.((server.address() as AddressInfo).port)

/** Processes that a process started, by what Linux says of it; elsewhere none is known. */
function childrenOf(pid: number): readonly string[] {
  if (process.platform !== 'linux') return []
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean)
}

/** In microseconds, from ticks of a hundredth of a second. */
function cpuOf(pid: string): number {
  const [, figures = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
  const [user, system] = figures.split(' ').slice(11, 13)
  return (Number(user) + Number(system)) * 10_000
}
