import { type Duration, inMilliseconds } from '../spec/duration.ts'
import { HolonError } from '../spec/error.ts'
import { freeze } from './freeze.ts'

/** How often, in words: `'3 per day'`, `'1 per episode'`. */
export type Often = `${number} per ${'minute' | 'hour' | 'day' | 'week' | 'month' | 'episode'}`

/** How often a person may be interrupted. */
export interface LimitInit {
  /**
   * The experiences it counts and limits: those at least this forceful, 0 to 1, and not silent. Default 0: all of them.
   */
  readonly forcefulness?: number
  /**
   * All of these hold. A rate over time is a token bucket: as many at once, refilled evenly, so that a stretch of the
   * length named never sees more than twice as many.
   */
  readonly atMost: Often | readonly Often[]
  /** No interruption between two times of day, `'22:00'` to `'07:00'`, in an IANA time zone. Default zone: UTC. */
  readonly quiet?: { readonly from: string; readonly to: string; readonly timeZone?: string }
  /**
   * A dismissal keeps quiet for a while; each one that follows without an interruption that was not dismissed between
   * them for `growing` times as long (default 2), up to `upTo` (default 1 week).
   */
  readonly pause?: {
    readonly after: string
    readonly lasting: Duration
    readonly growing?: number
    readonly upTo?: Duration
  }
}

/** A limit as declared: rates in milliseconds, times of day in minutes. */
export interface LimitPart {
  readonly kind: 'limit'
  readonly name: string
  readonly words: string
  readonly forcefulness: number
  /** Where it limits one experience alone. */
  readonly experience?: string
  readonly rates: readonly { readonly times: number; readonly per: number }[]
  readonly perEpisode: number
  readonly quiet?: { readonly from: number; readonly to: number; readonly timeZone: string }
  readonly pause?: {
    readonly after: string
    readonly lasting: number
    readonly growing: number
    readonly upTo: number
  }
}

/**
 * Declares a frequency budget: how often one person may be interrupted. Decisions of a system that list the same limit
 * share it. What a guardrail or the fallback demands is never held back by it, but counts.
 *
 * @throws HolonError `declaration-invalid`
 * @example
 * ```ts
 * import { limit } from 'holon'
 * limit('calm', { forcefulness: 0.5, atMost: ['3 per day', '1 per episode'], quiet: { from: '22:00', to: '07:00' } })
 * ```
 */
export function limit(name: string, init: LimitInit): LimitPart {
  const often = typeof init.atMost === 'string' ? [init.atMost] : init.atMost
  const forcefulness = init.forcefulness ?? 0
  if (!(forcefulness >= 0 && forcefulness <= 1)) {
    throw invalid(`The limit "${name}" begins at forcefulness ${forcefulness}.`, 'Give a number from 0 to 1.')
  }
  const read = often.map(readOften)
  return freeze({
    kind: 'limit',
    name,
    words: wordsOf(often, init),
    forcefulness,
    rates: read.filter((one) => Number.isFinite(one.per)),
    perEpisode: Math.min(
      ...read.filter((one) => one.per === Number.POSITIVE_INFINITY).map((one) => one.times),
    ),
    ...(init.quiet === undefined ? {} : { quiet: readQuiet(init.quiet) }),
    ...(init.pause === undefined ? {} : { pause: readPause(init.pause) }),
  })
}

const invalid = (message: string, fix: string) => new HolonError('declaration-invalid', message, fix)

/** `per` is infinite for episodes. */
function readOften(often: Often): { readonly times: number; readonly per: number } {
  const [times, unit] = often.split(' per ')
  const count = Number(times)
  if (Number.isInteger(count) && count > 0) {
    const per = unit === 'episode' ? Number.POSITIVE_INFINITY : inMilliseconds(`1 ${unit}` as Duration)
    return { times: count, per }
  }
  throw invalid(
    `"${often}" does not say how often.`,
    'Write a whole number and a unit, for example "3 per day".',
  )
}

function readQuiet({ from, to, timeZone = 'UTC' }: NonNullable<LimitInit['quiet']>) {
  try {
    new Intl.DateTimeFormat('en', { timeZone })
  } catch {
    throw invalid(
      `"${timeZone}" is no time zone.`,
      'Use a name of the IANA list, for example "Europe/Vienna".',
    )
  }
  return { from: minuteOfDay(from), to: minuteOfDay(to), timeZone }
}

function minuteOfDay(time: string): number {
  const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? []
  if (hour !== undefined) return Number(hour) * 60 + Number(minute)
  throw invalid(`"${time}" is no time of day.`, 'Write hours and minutes, for example "22:00".')
}

function readPause({ after, lasting, growing = 2, upTo = '1 week' }: NonNullable<LimitInit['pause']>) {
  if (!(growing >= 1 && Number.isFinite(growing))) {
    throw invalid(`A pause that grows ${growing}-fold.`, 'Give a number of 1 or more.')
  }
  return { after, lasting: inMilliseconds(lasting), growing, upTo: inMilliseconds(upTo) }
}

function wordsOf(often: readonly Often[], { quiet, pause }: LimitInit): string {
  return [
    `At most ${often.join(' and ')}`,
    ...(quiet === undefined ? [] : [`quiet from ${quiet.from} to ${quiet.to} ${quiet.timeZone ?? 'UTC'}`]),
    ...(pause === undefined ? [] : [`quiet for ${pause.lasting} after "${pause.after}"`]),
  ].join(', ')
}
