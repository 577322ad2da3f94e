import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sqliteLog } from '@holon/log-sqlite'
import { systemClock, systemRandom } from 'holon/memory'
import { buildToaster } from '../hardware/toaster.ts'
import { measureJitter } from './jitter.ts'
import { everyPeriod } from './period.ts'

const keep = 0.02

/** Toasts in real time with a durable log, for so many seconds (default 60), and prints how the loop kept its time. */
async function main(seconds: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'smart-toaster-'))
  const clock = systemClock()
  const random = systemRandom()
  const log = await sqliteLog({ file: join(folder, 'log.db') })
  const toaster = buildToaster(random)
  toaster.insert({ bread: 'white', mass: 32, moisture: 0.38 })
  const hardware = everyPeriod(clock, 20, () => toaster.advance(0.02))
  try {
    const jitter = await measureJitter({ log, clock, random, terminals: toaster.terminals, keep, seconds })
    const { entries } = await log.size()
    console.log(JSON.stringify({ keep, kept: entries, ...jitter }))
  } finally {
    hardware.stop()
    await log.close()
    rmSync(folder, { recursive: true })
  }
}

await main(Number(process.argv[2] ?? 60))
