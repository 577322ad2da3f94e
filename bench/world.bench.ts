import { type Product, versionModels } from '@holon/embedded'
import { type DecideOptions, type Model, open, type Running, type System } from 'holon'
import { systemClock } from 'holon/memory'
import { simulate, type World } from 'holon/world'
import { product as browsing } from '../products/safe-browsing/product.ts'
import { world as browsingWorld } from '../products/safe-browsing/world.ts'
import { product as filing } from '../products/tax-filing/product.ts'
import { world as filingWorld } from '../products/tax-filing/world.ts'
import { type BenchResult, median } from './result.ts'

const rounds = 11
const warmUp = 2

/** A world that takes some thousand decisions, and what stands behind its product. */
interface Subject {
  readonly world: World
  readonly product: Product
  readonly people: number
  readonly days: number
}

const subjects: readonly Subject[] = [
  { world: filingWorld, product: filing as unknown as Product, people: 3_000, days: 300 },
  { world: browsingWorld, product: browsing as unknown as Product, people: 100, days: 3 },
]

/** Something that was asked in a world. */
interface Request {
  readonly at: number
  readonly decision: string
  readonly context: unknown
  readonly options: DecideOptions
}

type Models = Readonly<Record<string, Model>>

/** Microseconds of processor time a decision. */
async function costOf(decisions: () => Promise<number>): Promise<number> {
  const before = process.cpuUsage()
  const n = await decisions()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / n
}

async function lived({ world, people, days }: Subject, models: Models, onLine?: (line: string) => void) {
  const simulation = await simulate(world, { models, people, days, ...(onLine !== undefined && { onLine }) })
  await simulation.run()
  const { decisions } = await simulation.report()
  await simulation.close()
  return decisions
}

/** Everything that was decided in a world, as it was asked for. */
async function requestsIn(subject: Subject, models: Models): Promise<readonly Request[]> {
  const requests: Request[] = []
  await lived(subject, models, (line) => {
    const entry = JSON.parse(line)
    if (entry.kind !== 'decision') return
    const secret = entry.sealed === undefined ? {} : JSON.parse(entry.sealed)
    const context = { ...entry.context, ...secret.context }
    const { at, decision, episode } = entry
    const options = {
      ...(secret.subject !== undefined && { subject: secret.subject }),
      ...(episode !== undefined && { episode }),
    }
    requests.push({ at, decision, context, options })
  })
  return requests
}

/** The same requests again, at the same times of the world, one after the other, by nobody but a loop. */
async function alone(system: System, models: Models, requests: readonly Request[]): Promise<number> {
  let now = 0
  const clock = { ...systemClock(), now: () => now }
  const holon = (await open(system, { models, clock })) as unknown as Running
  for (const { at, decision, context, options } of requests) {
    now = at
    await holon.decide(decision, context, options)
  }
  await holon.close()
  return requests.length
}

async function compared(subject: Subject): Promise<BenchResult> {
  const models = await versionModels(subject.product)
  const requests = await requestsIn(subject, models)
  const inWorld: number[] = []
  const byLoop: number[] = []
  for (let round = -warmUp; round < rounds; round++) {
    const world = await costOf(() => lived(subject, models))
    const loop = await costOf(() => alone(subject.world.system, models, requests))
    if (round < 0) continue
    inWorld.push(world)
    byLoop.push(loop)
  }
  const value = 1e6 / median(inWorld)
  const peerValue = 1e6 / median(byLoop)
  return {
    name: `simulate ${subject.world.system.name}, ${requests.length} decisions`,
    unit: 'decisions a second of CPU',
    subject: value,
    peer: 'the same requests in a loop',
    peerValue,
    ratio: value / peerValue,
    budget: '>= 0.5',
    higherIsBetter: true,
  }
}

/** How much of its speed a product keeps in a world: stories, chance, feedback, truth, hashes and the report come on top. */
export async function run(): Promise<readonly BenchResult[]> {
  const results: BenchResult[] = []
  for (const subject of subjects) results.push(await compared(subject))
  return results
}
