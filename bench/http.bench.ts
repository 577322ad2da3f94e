import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { type BenchResult, median } from './result.ts'

const rounds = 5
const seconds = 3
/** Requests until the compiler has made what it can of the code, on however busy a machine. */
const warmUp = 30_000
const connections = 128
const kinds = ['node', 'fastify', 'holon'] as const
const path = '/api/v1/systems/shop/decisions/offer'
const body = JSON.stringify({ context: { basket: 42, country: 'de' }, subject: 'p-17', episode: 'visit-3' })

interface Subject {
  readonly process: ChildProcess
  readonly port: number
  /** Requests a second and microseconds of CPU a request, one of each for every round. */
  readonly throughput: number[]
  readonly cost: number[]
}

/**
 * A decision over HTTP, on disk before the answer, beside servers that only send back what they were sent. The load
 * comes from a process of its own.
 */
export async function run(): Promise<readonly BenchResult[]> {
  const subjects = await Promise.all(kinds.map(start))
  for (const { port } of subjects) await load(port, ['-a', `${warmUp}`])
  for (let round = 0; round < rounds; round++) {
    for (const subject of subjects) await measure(subject)
  }
  for (const subject of subjects) subject.process.disconnect()
  const [node, fastify, holon] = subjects
  if (node === undefined || fastify === undefined || holon === undefined) return []
  return [
    compare('throughput', holon, 'bare node:http echo', node, '>= 0.7'),
    compare('throughput', holon, 'Fastify echo', fastify, ''),
    compare('cost', holon, 'bare node:http echo', node, ''),
    compare('cost', holon, 'Fastify echo', fastify, ''),
  ]
}

async function start(kind: (typeof kinds)[number]): Promise<Subject> {
  const script = fileURLToPath(new URL('http/server.process.ts', import.meta.url))
  const process = fork(script, [kind], { execArgv: ['--conditions=source'] })
  const [port] = (await once(process, 'message')) as [number]
  return { process, port, throughput: [], cost: [] }
}

async function measure(subject: Subject): Promise<void> {
  const before = await cpuOf(subject)
  const answered = await load(subject.port, ['-d', `${seconds}`])
  const used = (await cpuOf(subject)) - before
  subject.throughput.push(answered / seconds)
  subject.cost.push(used / answered)
}

async function cpuOf({ process }: Subject): Promise<number> {
  process.send('cpu')
  const [microseconds] = (await once(process, 'message')) as [number]
  return microseconds
}

/** Requests answered with 201; `howLong` is for autocannon. */
async function load(port: number, howLong: readonly string[]): Promise<number> {
  const flags = [
    '-j',
    '-c',
    `${connections}`,
    ...howLong,
    '-m',
    'POST',
    '-H',
    'content-type=application/json',
  ]
  const url = `http://127.0.0.1:${port}${path}`
  const autocannon = fileURLToPath(import.meta.resolve('autocannon'))
  const child = spawn(process.execPath, [autocannon, ...flags, '-b', body, url], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let text = ''
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk
  })
  await once(child, 'close')
  const { statusCodeStats } = JSON.parse(text) as { statusCodeStats: Record<string, { count: number }> }
  return statusCodeStats['201']?.count ?? Number.NaN
}

function compare(
  what: 'throughput' | 'cost',
  subject: Subject,
  peer: string,
  other: Subject,
  budget: string,
): BenchResult {
  const [own, its] = [median(subject[what]), median(other[what])]
  const higherIsBetter = what === 'throughput'
  return {
    name: `HTTP decide, durable, ${connections} connections${higherIsBetter ? '' : ', CPU'}`,
    unit: higherIsBetter ? 'requests a second' : 'µs CPU a request',
    subject: own,
    peer,
    peerValue: its,
    ratio: own / its,
    budget,
    higherIsBetter,
  }
}
