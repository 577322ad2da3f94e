import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { sqliteLog } from '@holon/log-sqlite'
import { open } from 'holon'
import { virtualClock } from 'holon/memory'
import { seededRandom } from 'holon/stats'
import { patrolSystem } from './patrols.ts'

// How long a server that decides is held while somebody asks for the loops in a long log on disk.
const { values } = parseArgs({ options: { decisions: { type: 'string', default: '100000' } } })
const places = 50
const days = Math.ceil(Number(values.decisions) / places)
const folder = mkdtempSync(join(tmpdir(), 'holon-loops-'))
const ms = (nanoseconds: number): string => `${(nanoseconds / 1e6).toFixed(1)} ms`

/** The most processor time between two turns of the event loop, in milliseconds: on a busy machine stalls say less. */
function watchedTurns() {
  const watched = { longest: 0, isOver: false }
  const look = (before: number): void => {
    const { user, system } = process.threadCpuUsage()
    const now = (user + system) / 1000
    watched.longest = Math.max(watched.longest, now - before)
    if (!watched.isOver) setImmediate(look, now)
  }
  setImmediate(look, Infinity)
  return {
    end() {
      watched.isOver = true
      return watched.longest
    },
  }
}

try {
  const town = seededRandom(1)
  const clock = virtualClock(Date.UTC(2025, 0, 1, 8))
  const log = await sqliteLog({ file: join(folder, 'log.sqlite') })
  const models = {
    risk: {
      version: { name: 'risk', version: '1', kind: 'function' as const },
      predict: () => 0.2 + 0.6 * town.next(),
    },
  }
  const system = await open(patrolSystem(0.1), { clock, log, random: town.fork('draws'), models })
  for (let today = 0; today < days; today += 1) {
    await Promise.all(
      Array.from({ length: places }, async (_, place) => {
        const { id, experience } = await system.decide('patrol', { place: `p${place}`, calls: today % 3 })
        if (experience === 'look') await system.feedback(id, 'found', (today + place) % 3 === 0)
      }),
    )
    clock.advance(86_400_000)
  }
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  await setTimeout(200)
  delay.reset()
  const turns = watchedTurns()
  const start = performance.now()
  await system.loops()
  const took = (performance.now() - start) / 1000
  await setTimeout(50)
  const longest = turns.end()
  delay.disable()
  console.log(
    `${days * places} decisions: loops in ${took.toFixed(1)} s; longest turn ${longest.toFixed(1)} ms of processor, longest stall ${ms(delay.max)}, 99th percentile ${ms(delay.percentile(99))}, median ${ms(delay.percentile(50))}`,
  )
  await system.close()
  await log.close()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
