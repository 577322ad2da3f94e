import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setImmediate } from 'node:timers/promises'
import { sqliteLog } from '@holon/log-sqlite'
import type { Appending, DecisionLog } from 'holon'
import { decisionEntry, decisionId } from 'holon/testing'
import { type BenchResult, median } from './result.ts'

const rounds = 7
/** Milliseconds. */
const mostDelay = 20
const peer = 'bare file + fdatasync'

/** How entries come to the log: in how many each append, and how many appends are under way at once. */
interface Load {
  readonly name: string
  readonly group: number
  readonly each: number
  readonly underWay: number
  readonly budget: string
}

const loads: readonly Load[] = [100, 1000].flatMap((group) => [
  // While one group is being committed the next is made ready.
  { name: `groups of ${group}`, group, each: group, underWay: 2, budget: '>= 0.9' },
  { name: `groups of ${group} from single callers`, group, each: 1, underWay: 2 * group, budget: '' },
])

/**
 * Durable appends a second through the SQLite log, against the same entries as JSON lines in a bare file, one write and
 * one fdatasync a group; and how long the log holds up the event loop meanwhile. Rounds of both take turns.
 */
export async function run(): Promise<BenchResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'holon-bench-'))
  const log = await sqliteLog({ file: join(folder, 'log.db') })
  const file = openSync(join(folder, 'bare.jsonl'), 'w')
  try {
    const results: BenchResult[] = []
    for (const load of loads) results.push(...(await compare(log, file, load)))
    return results
  } finally {
    await log.close()
    closeSync(file)
    rmSync(folder, { recursive: true })
  }
}

async function compare(log: DecisionLog, file: number, load: Load): Promise<BenchResult[]> {
  const count = load.group * (load.group < 1000 ? 200 : 60)
  const rates: number[] = []
  const peers: number[] = []
  const delays: number[] = []
  for (let round = -1; round < rounds; round++) {
    const { rate, delay } = await throughLog(log, count, load)
    const bare = throughFile(file, count, load.group)
    // The first round warms both up.
    if (round < 0) continue
    rates.push(rate)
    peers.push(bare)
    delays.push(delay)
  }
  const name = `durable append, ${load.name}`
  const subject = median(rates)
  const peerValue = median(peers)
  // What else runs on the machine can only add to a delay.
  const longest = Math.min(...delays)
  return [
    {
      name,
      unit: 'entries/s',
      subject,
      peer,
      peerValue,
      ratio: subject / peerValue,
      budget: load.budget,
      higherIsBetter: true,
    },
    {
      name: `${name}, longest event loop delay of the quietest round`,
      unit: 'ms',
      subject: longest,
      peer: 'its budget',
      peerValue: mostDelay,
      // How far below the budget it is says nothing.
      ratio: Math.max(1, longest / mostDelay),
      budget: '<= 20 ms',
      higherIsBetter: false,
    },
  ]
}

async function throughLog(log: DecisionLog, count: number, { each, underWay }: Load) {
  const loop = monitorEventLoopDelay({ resolution: 1 })
  let left = count
  const append = async () => {
    while (left > 0) {
      left -= each
      await log.append(entries(each))
    }
  }
  await setImmediate()
  loop.enable()
  const start = performance.now()
  await Promise.all(Array.from({ length: underWay }, append))
  const rate = perSecond(count, start)
  loop.disable()
  return { rate, delay: loop.max / 1e6 }
}

function throughFile(file: number, count: number, group: number): number {
  const start = performance.now()
  for (let done = 0; done < count; done += group) {
    const lines = entries(group).map(({ entry }) => `${JSON.stringify(entry)}\n`)
    writeSync(file, lines.join(''))
    fdatasyncSync(file)
  }
  return perSecond(count, start)
}

const perSecond = (count: number, start: number) => (count / (performance.now() - start)) * 1000

const template = decisionEntry()
let made = 0

/** Decisions of about 700 bytes as JSON, each with an id and a time of its own. */
function entries(count: number): readonly Appending[] {
  return Array.from({ length: count }, () => {
    const at = 1_700_000_000_000 + made++
    return { entry: { ...template, id: decisionId(at, made), at } }
  })
}
