import { spawn } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { sqliteLog } from '@holon/log-sqlite'
import type { DecisionLog } from 'holon'
import { eventEntry } from 'holon/testing'

/** What was found after processes were killed while they appended. */
export interface KillReport {
  readonly kills: number
  /** Appends that were acknowledged before a kill. */
  readonly acknowledged: number
  /** Entries of acknowledged appends that are not in the log. */
  readonly lost: number
  /** Entries that are in the log more than once, or again after they were sent again. */
  readonly doubled: number
  /** Appends of two entries of which one is in the log. */
  readonly torn: number
  /** Entries in the log at the end. */
  readonly entries: number
}

/** Kills a process that appends to one log at a random moment, again and again, and looks for every acknowledged entry. */
export async function killRepeatedly(kills: number): Promise<KillReport> {
  const folder = mkdtempSync(join(tmpdir(), 'holon-durability-'))
  const total = { kills, acknowledged: 0, lost: 0, doubled: 0, torn: 0, entries: 0 }
  try {
    for (let round = 0; round < kills; round++) {
      const lines = await linesUntilKilled(folder, round)
      const log = await sqliteLog({ file: join(folder, 'log.db') })
      const found = await compare(log, lines, total.entries)
      await log.close()
      total.acknowledged += lines.length
      total.lost += found.lost
      total.doubled += found.doubled
      total.torn += found.torn
      total.entries = found.entries
    }
    return total
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Bytes of well over a hundred acknowledgements. */
const enough = 8_192

/** What the process had printed when it was killed, at a random moment after its first acknowledgements. */
async function linesUntilKilled(folder: string, round: number): Promise<string[]> {
  // A file, not a pipe: a pipe that is full refuses, and what it holds can be lost with its reader.
  const output = join(folder, 'acknowledged')
  const handle = openSync(output, 'w')
  const script = join(import.meta.dirname, 'durability.process.ts')
  const child = spawn(
    process.execPath,
    ['--conditions=source', script, join(folder, 'log.db'), String(round)],
    {
      stdio: ['ignore', handle, 'inherit'],
    },
  )
  closeSync(handle)
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()))
  while (statSync(output).size < enough && child.exitCode === null) await setTimeout(5)
  await setTimeout(Math.random() * 400)
  child.kill('SIGKILL')
  await closed
  return readFileSync(output, 'utf8').split('\n').slice(0, -1)
}

async function compare(log: DecisionLog, lines: readonly string[], from: number) {
  const counts = new Map<string, number>()
  const count = (kind: string, id: string) => counts.get(`${kind} ${id}`) ?? 0
  const ids = new Set<string>()
  for (const { entry } of await log.read(from, Infinity)) {
    if (entry.kind === 'event') continue
    const [kind, id] = entry.kind === 'decision' ? ['decision', entry.id] : ['feedback', entry.decision]
    counts.set(`${kind} ${id}`, count(kind, id) + 1)
    ids.add(id)
  }
  const expected = lines.flatMap((line) => expectedOf(line).map((kind) => [kind, line.slice(2)] as const))
  const lost = expected.filter(([kind, id]) => count(kind, id) === 0).length
  const twice = [...counts.values()].filter((times) => times > 1).length
  const torn = [...ids].filter((id) => isPair(id) && count('decision', id) !== count('feedback', id)).length
  // A caller that was not told sends again: what is in the log is not stored once more.
  const again = await log.append(
    [...counts.keys()].slice(-200).map((once) => ({ entry: eventEntry({ name: once }), once })),
  )
  const doubled = twice + again.filter(({ fresh }) => fresh).length
  return { lost, doubled, torn, entries: (await log.size()).last }
}

function expectedOf(line: string): readonly string[] {
  if (line.startsWith('b')) return ['decision', 'feedback']
  return line.startsWith('d') ? ['decision'] : ['feedback']
}

/** Whether decision and feedback were appended together, by the number in the id. */
function isPair(id: string): boolean {
  return Number.parseInt(id.split('-')[1] ?? '', 36) % 3 === 0
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { kills: { type: 'string', default: '100' } } })
  const report = await killRepeatedly(Number(values.kills))
  for (const [name, value] of Object.entries(report)) console.log(`${name.padEnd(13)}${value}`)
  process.exitCode = report.lost + report.doubled + report.torn === 0 ? 0 : 1
}
