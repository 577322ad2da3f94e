import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { type BenchResult, median } from './result.ts'

const rounds = 9
/** Rounds until the compiler has made what it can of the code. */
const warmUp = 3
const kinds = ['holon', 'growthbook', 'openfeature', 'provider'] as const

/**
 * In-process decisions, record built and handed to the log, beside what flag libraries take for an evaluation. Each in
 * a process of its own, so that none collects another's garbage; their rounds take turns.
 */
export async function run(): Promise<readonly BenchResult[]> {
  const subjects = kinds.map((kind) => ({ process: start(kind), costs: [] as number[] }))
  for (let round = -warmUp; round < rounds; round++) {
    for (const { process, costs } of subjects) {
      const cost = await measure(process)
      if (round >= 0) costs.push(cost)
    }
  }
  for (const { process } of subjects) process.disconnect()
  const [subject = Number.NaN, growthbook = Number.NaN, openfeature = Number.NaN, provider = Number.NaN] =
    subjects.map(({ costs }) => median(costs))
  const decide = { name: 'in-process decide, no model', subject }
  return [
    { ...decide, peer: 'GrowthBook evalFeature', peerValue: growthbook, budget: '<= 0.6' },
    { ...decide, peer: 'OpenFeature in memory', peerValue: openfeature, budget: '' },
    {
      name: 'OpenFeature over decisions, with exposure',
      subject: provider,
      peer: 'OpenFeature in memory',
      peerValue: openfeature,
      budget: '',
    },
  ].map((row) => ({
    ...row,
    unit: 'µs CPU a decision',
    ratio: row.subject / row.peerValue,
    higherIsBetter: false,
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
