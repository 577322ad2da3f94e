import { inMilliseconds } from '../spec/duration.ts'
import type { JsonObject } from '../spec/json.ts'
import type { Met, Recent, Spent } from '../spec/recent.ts'
import type { OpenEntry } from '../spec/record.ts'
import { decayed } from '../stats/utility/habituation.ts'
import type { LimitPart } from '../system/limit.ts'
import { isCovered } from './held-back.ts'
import type { Plan } from './plan.ts'

/** What is kept of one person, as JSON: by limit what is left of it, by decision point what was met. */
export interface Memory extends JsonObject {
  readonly limits: Readonly<Record<string, Kept>>
  readonly points: Readonly<Record<string, Point>>
  /** Interruptions of the latest episodes by limit, newest last. */
  readonly episodes: readonly { readonly episode: string; readonly met: Readonly<Record<string, number>> }[]
}

/** What is left of a limit: of each of its rates, at a time; and how long a dismissal keeps quiet. */
interface Kept extends JsonObject {
  readonly at: number
  readonly left: readonly number[]
  readonly quietUntil: number
  /** Dismissals in a row. */
  readonly dismissed: number
  /** Whether an interruption waits to be dismissed or not. */
  readonly open: boolean
}

interface Point extends JsonObject {
  readonly at: number
  readonly interruptions: number
  readonly met: readonly (Met & JsonObject)[]
}

const remembered = { met: 10, episodes: 20 }

/** Nothing is known of a person yet. */
export const noMemory: Memory = Object.freeze({ limits: {}, points: {}, episodes: [] })

/** What a decision is told of what is kept. */
export function recall(plan: Plan, memory: Memory, at: number, episode: string | undefined): Recent {
  const { name, limits } = plan.decision
  const point = memory.points[name]
  const spent: Record<string, Spent> = {}
  for (const limit of limits) {
    const why = whySpent(limit, memory, at, episode)
    if (why !== undefined) spent[limit.name] = why
  }
  return { interruptions: worn(plan, point, at), spent, met: point?.met ?? [] }
}

function whySpent(
  limit: LimitPart,
  memory: Memory,
  at: number,
  episode: string | undefined,
): Spent | undefined {
  const kept = memory.limits[limit.name]
  if (isQuiet(limit, at)) return 'quiet hours'
  if (kept !== undefined && at < kept.quietUntil) return 'dismissed'
  if (metIn(memory, episode, limit.name) >= limit.perEpisode) return 'met in this episode'
  return leftOf(limit, kept, at).every((left) => left >= 1 - 1e-9) ? undefined : 'used up'
}

/** What is left of each rate: full at first, refilled evenly. A clock that goes back refills nothing. */
function leftOf({ rates }: LimitPart, kept: Kept | undefined, at: number): readonly number[] {
  return rates.map(({ times, per }, index) => {
    if (kept === undefined) return times
    const elapsed = Math.max(0, at - kept.at)
    return Math.min(times, (kept.left[index] ?? times) + (elapsed * times) / per)
  })
}

function isQuiet({ quiet }: LimitPart, at: number): boolean {
  if (quiet === undefined) return false
  const minute = minuteOfDay(at, quiet.timeZone)
  return quiet.from <= quiet.to
    ? minute >= quiet.from && minute < quiet.to
    : minute >= quiet.from || minute < quiet.to
}

const formats = new Map<string, Intl.DateTimeFormat>()

function minuteOfDay(at: number, timeZone: string): number {
  let format = formats.get(timeZone)
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', minute: 'numeric', hourCycle: 'h23' })
    formats.set(timeZone, format)
  }
  const part = (type: string) => Number(format.formatToParts(at).find((one) => one.type === type)?.value)
  return part('hour') * 60 + part('minute')
}

const metIn = (memory: Memory, episode: string | undefined, limit: string): number =>
  memory.episodes.find((one) => one.episode === episode)?.met[limit] ?? 0

function worn({ decision: { habituation } }: Plan, point: Point | undefined, at: number): number {
  if (habituation === undefined || point === undefined) return 0
  return decayed(point.interruptions, Math.max(0, at - point.at), inMilliseconds(habituation.halfLife))
}

/** What is kept after a decision; the same when the person met nothing. */
export function remember(plan: Plan, memory: Memory, entry: OpenEntry): Memory {
  const experience = plan.experiences.find((one) => one.name === entry.experience)
  if (experience === undefined || experience.style === 'silent') return memory
  const { name, limits } = plan.decision
  const counted = limits.filter((limit) => isCovered(limit, experience))
  const point = memory.points[name]
  const met = {
    id: entry.id,
    at: entry.at,
    experience: entry.experience,
    ...(entry.episode !== undefined && { episode: entry.episode }),
  }
  return {
    limits: {
      ...memory.limits,
      ...Object.fromEntries(counted.map((one) => [one.name, charge(one, memory, entry.at)])),
    },
    points: {
      ...memory.points,
      [name]: {
        at: entry.at,
        interruptions: worn(plan, point, entry.at) + (experience.interrupting < 0 ? 1 : 0),
        met: [met, ...(point?.met ?? [])].slice(0, remembered.met),
      },
    },
    episodes: countEpisode(memory, entry.episode, counted),
  }
}

function charge(limit: LimitPart, memory: Memory, at: number): Kept {
  const kept = memory.limits[limit.name]
  return {
    at: Math.max(at, kept?.at ?? at),
    left: leftOf(limit, kept, at).map((left) => Math.max(0, left - 1)),
    quietUntil: kept?.quietUntil ?? 0,
    dismissed: kept?.open === true ? 0 : (kept?.dismissed ?? 0),
    open: true,
  }
}

function countEpisode(
  memory: Memory,
  episode: string | undefined,
  counted: readonly LimitPart[],
): Memory['episodes'] {
  if (episode === undefined || counted.length === 0) return memory.episodes
  const before = memory.episodes.find((one) => one.episode === episode)?.met ?? {}
  const met = Object.fromEntries(counted.map(({ name }) => [name, (before[name] ?? 0) + 1]))
  const others = memory.episodes.filter((one) => one.episode !== episode)
  return [...others, { episode, met: { ...before, ...met } }].slice(-remembered.episodes)
}

/** Whether a stored decision has been counted; of one older than all that is remembered it is taken for granted. */
export function isRemembered({ points }: Memory, { decision, id, at }: OpenEntry): boolean {
  const met = points[decision]?.met ?? []
  const oldest = met.length < remembered.met ? undefined : met.at(-1)
  return met.some((one) => one.id === id) || (oldest !== undefined && at <= oldest.at)
}

/** What is kept after something came back for a decision; the same where it dismissed nothing. */
export function dismiss(
  plan: Plan,
  memory: Memory,
  feedback: string,
  experience: string,
  at: number,
): Memory {
  const part = plan.experiences.find((one) => one.name === experience)
  const paused = plan.decision.limits.filter(
    (limit) => part !== undefined && limit.pause?.after === feedback && isCovered(limit, part),
  )
  if (paused.length === 0) return memory
  const changed = paused.map((limit) => [limit.name, pause(limit, memory, at)])
  return { ...memory, limits: { ...memory.limits, ...Object.fromEntries(changed) } }
}

function pause(limit: LimitPart, memory: Memory, at: number): Kept {
  const kept = memory.limits[limit.name]
  const { lasting = 0, growing = 1, upTo = 0 } = limit.pause ?? {}
  const dismissed = (kept?.dismissed ?? 0) + (kept?.open === false ? 0 : 1)
  return {
    at: kept?.at ?? at,
    left: kept?.left ?? leftOf(limit, kept, at),
    quietUntil: at + Math.min(upTo, lasting * growing ** (dismissed - 1)),
    dismissed,
    open: false,
  }
}
