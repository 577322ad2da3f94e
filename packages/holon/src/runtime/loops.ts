import { evaluate } from '../measure/evaluate.ts'
import { joining, type Row } from '../measure/join.ts'
import type { Joinable } from '../measure/joinables.ts'
import { mapInTurns } from '../monitor/loops/in-turns.ts'
import type { SeenDecision, SeenLog } from '../monitor/loops/log.ts'
import { reportLoops } from '../monitor/loops/report.ts'
import { type Duration, inMilliseconds } from '../spec/duration.ts'
import { HolonError } from '../spec/error.ts'
import type { LoopOptions, LoopsDocument } from '../spec/loops.ts'
import type { BackEntry } from '../spec/record.ts'
import type { DecisionPart } from '../system/decision.ts'
import type { Inside } from './inside.ts'

/** Entries a step. */
const step = 4000

/** By decision point: each decision and what came back for it, in the order of the log. */
type Points = ReadonlyMap<string, readonly Joinable[]>

/** Loops through the world, as declared and as seen in the log. */
export async function readLoops(inside: Inside, options: LoopOptions = {}): Promise<LoopsDocument> {
  mustBeSound(inside, options)
  const now = Math.min(options.to ?? Number.POSITIVE_INFINITY, inside.ports.clock.now())
  const entries = await readPoints(inside, options.from ?? Number.NEGATIVE_INFINITY, now)
  return reportLoops(inside.system, seenLog(inside, entries, now), options)
}

/**
 * The decisions from one time to another, each with what came back for it until then, by the name of the decision point.
 * The log may hold other systems too; nothing of them is kept.
 */
async function readPoints({ ports, system }: Inside, from: number, now: number): Promise<Points> {
  const { last } = await ports.log.size()
  const points = new Map<string, Joinable[]>(system.decisions.map(({ name }) => [name, []]))
  const backFor = new Map<string, BackEntry[]>()
  for (let position = 0; position < last; ) {
    const page = await ports.log.read(position, step)
    const end = page.at(-1)
    if (end === undefined) break
    for (const { position, entry } of page) {
      if (entry.kind === 'event' || entry.at > now) continue
      if (entry.kind !== 'decision') backFor.get(entry.decision)?.push(entry)
      else if (entry.system === system.name && entry.at >= from) {
        const back: BackEntry[] = []
        backFor.set(entry.id, back)
        points.get(entry.decision)?.push({ position, decision: entry, back })
      }
    }
    position = end.position
  }
  return points
}

function seenLog({ system, ports }: Inside, points: Points, now: number): SeenLog {
  const known = new Map<string, Promise<readonly SeenDecision[]>>()
  // A log on disk answers in another turn of the event loop, in which requests are served.
  const rest = async (): Promise<void> => void (await ports.log.size())
  const read = async (name: string, age: Duration | undefined): Promise<readonly SeenDecision[]> => {
    const part = system.decisions.find((one) => one.name === name)
    if (part === undefined) return []
    const rowOf = joining({ now, feedback: aged(part, age) })
    const decisions = await mapInTurns(points.get(name) ?? [], { rest }, (one) => seen(rowOf(one)))
    return decisions.toSorted((a, b) => a.at - b.at)
  }
  return {
    now,
    decisions(name, age) {
      const key = `${name} ${age ?? ''}`
      const rows = known.get(key) ?? read(name, age)
      known.set(key, rows)
      return rows
    },
    rest,
  }
}

/** What came back as it was at an age: nothing stands for nothing before its waiting window is over. */
function aged({ feedbackParts }: DecisionPart, age: Duration | undefined) {
  if (age === undefined) return feedbackParts
  return feedbackParts.map(({ within, otherwise, ...part }) => {
    const whole = within !== undefined && inMilliseconds(within) <= inMilliseconds(age)
    return whole
      ? { ...part, within, ...(otherwise !== undefined && { otherwise }) }
      : { ...part, within: age }
  })
}

function seen(row: Row): SeenDecision {
  const { at, person, experience, probabilities } = row.decision
  return {
    ...{ at, experience, probabilities },
    ...(person !== undefined && { person }),
    value: (of) => {
      const value = evaluate(of, row)
      return typeof value === 'symbol' ? null : value
    },
  }
}

function mustBeSound({ system }: Inside, { unit, delays = [] }: LoopOptions): void {
  if (unit !== undefined && !system.decisions.some(({ dataClasses }) => dataClasses[unit] === 'public')) {
    throw new HolonError(
      'input-invalid',
      `No decision of "${system.name}" has a public context field "${unit}".`,
      'Name one that is public, or leave it out to compare people.',
    )
  }
  for (const delay of delays) mustBeTime(delay)
}

function mustBeTime(delay: Duration): void {
  try {
    inMilliseconds(delay)
  } catch {
    throw new HolonError(
      'input-invalid',
      `"${delay}" is not a length of time.`,
      'Write a positive number, a space and a unit, for example "1 day".',
    )
  }
}
