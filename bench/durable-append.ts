import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { sqliteLog } from '@holon/log-sqlite'
import type { DecisionLog, Entry } from 'holon'
import { decisionEntry, decisionId } from 'holon/testing'

export interface BenchResult {
  readonly name: string
  readonly unit: string
  readonly subject: number
  readonly peer: string
  readonly peerValue: number
  readonly ratio: number
  readonly budget: string
  readonly higherIsBetter: boolean
}

const rounds = 7
const secondsPerRound = 1

/**
 * Durable appends a second through the SQLite log, against a bare file that gets the same entries as JSON lines in one
 * write and one fdatasync a group; and how long the log holds up the event loop meanwhile. As many callers as the group
 * has entries append one entry each, and the next one when it is acknowledged.
 */
export async function run(): Promise<BenchResult[]> {
  const folder = mkdtempSync(join(process.env['HOLON_BENCH_DIR'] ?? tmpdir(), 'holon-bench-'))
  const log = await sqliteLog({ file: join(folder, 'log.db') })
  const file = openSync(join(folder, 'bare.jsonl'), 'w')
  try {
    const results: BenchResult[] = []
    for (const group of [100, 1000]) results.push(...(await compare(log, file, group)))
    return results
  } finally {
    await log.close()
    closeSync(file)
    rmSync(folder, { recursive: true })
  }
}

async function compare(log: DecisionLog, file: number, group: number): Promise<BenchResult[]> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  const subject: number[] = []
  const peer: number[] = []
  await throughLog(log, group, 0.5)
  throughFile(file, group, 0.5)
  for (let round = 0; round < rounds; round++) {
    delay.enable()
    subject.push(await throughLog(log, group, secondsPerRound))
    delay.disable()
    peer.push(throughFile(file, group, secondsPerRound))
  }
  const name = `durable append, groups of ${group}`
  return [
    {
      name,
      unit: 'entries/s',
      subject: median(subject),
      peer: 'bare file + fdatasync',
      peerValue: median(peer),
      ratio: median(subject) / median(peer),
      budget: '>= 0.9',
      higherIsBetter: true,
    },
  ]
}
