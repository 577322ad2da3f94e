import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { type BenchResult, median } from './result.ts'

const rounds = Number(process.env.HOLON_BENCH_ROUNDS ?? 9)
/** Rounds until the compiler has made what it can of the code. */
const warmUp = 3
const kinds = ['holon', 'prepared', 'arms', 'growthbook', 'unleash', 'openfeature', 'provider'] as const

/** What is compared, by the processes that do it. */
const comparisons = [
  { name: 'in-process decide, no model', subject: 'holon', peer: 'growthbook', budget: '<= 0.6' },
  { name: 'in-process decide, no model', subject: 'holon', peer: 'unleash', budget: '' },
  { name: 'in-process decide, no model', subject: 'holon', peer: 'openfeature', budget: '' },
  { name: 'arm of a flight', subject: 'prepared', peer: 'growthbook', budget: '' },
  { name: 'arm of a flight', subject: 'prepared', peer: 'unleash', budget: '' },
  { name: 'arm of a flight, nothing prepared', subject: 'arms', peer: 'growthbook', budget: '' },
  { name: 'arm of a flight, nothing prepared', subject: 'arms', peer: 'unleash', budget: '' },
  { name: 'OpenFeature over decisions, with exposure', subject: 'provider', peer: 'openfeature', budget: '' },
] as const

const calls = {
  growthbook: 'GrowthBook evalFeature',
  unleash: 'Unleash getVariant',
  openfeature: 'OpenFeature in memory',
} as const

/**
 * In-process decisions, record built and handed to the log, and the arms of a flight alone, beside what flag libraries take for
 * an evaluation. Each in a process of its own, so that none collects another's garbage; their rounds take turns.
 */
export async function run(): Promise<readonly BenchResult[]> {
  const subjects = kinds.map((kind) => ({ kind, process: start(kind), costs: [] as number[] }))
  for (let round = -warmUp; round < rounds; round++) {
    for (const { process, costs } of subjects) {
      const cost = await measure(process)
      if (round >= 0) costs.push(cost)
    }
  }
  for (const { process } of subjects) process.disconnect()
  const costOf = (kind: (typeof kinds)[number]): number =>
    median(subjects.find((one) => one.kind === kind)?.costs ?? [])
  return comparisons.map(({ name, subject, peer, budget }) => ({
    ...{ name, subject: costOf(subject), peer: calls[peer], peerValue: costOf(peer), budget },
    ...{ unit: 'µs CPU a decision', ratio: costOf(subject) / costOf(peer), higherIsBetter: false },
  }))
}

function start(kind: string): ChildProcess {
  const script = fileURLToPath(new URL('in-process/subject.process.ts', import.meta.url))
  return fork(script, [kind], { execArgv: ['--conditions=source'] })
}

/** Microseconds of CPU an evaluation took. A process that has not begun yet finds the message when it does. */
async function measure(process: ChildProcess): Promise<number> {
  const answered = once(process, 'message')
  process.send('round')
  const [microseconds] = (await answered) as [number]
  return microseconds
}
