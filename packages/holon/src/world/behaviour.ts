import type { Draw } from './draw.ts'

/**
 * Chooses among options as people do: more often the better ones, not always the best. The multinomial logit of
 * McFadden (1974): probabilities proportional to exp(utility / noise).
 *
 * @example
 * ```ts
 * import { chooses, drawFrom } from 'holon/world'
 * import { seededRandom } from 'holon/stats'
 * chooses({ file: 2, leave: 0.5 }, drawFrom(seededRandom(7)))
 * ```
 */
export function chooses<K extends string>(utilities: Readonly<Record<K, number>>, draw: Draw, noise = 1): K {
  const entries = Object.entries(utilities) as [K, number][]
  const best = Math.max(...entries.map(([, utility]) => utility))
  const weights = entries.map(([name, utility]) => [name, weight(utility - best, noise)] as const)
  return draw.weighted(Object.fromEntries(weights) as Record<K, number>)
}

/** Without noise only the best counts. */
const weight = (below: number, noise: number): number =>
  noise > 0 ? Math.exp(below / noise) : Number(below === 0)

/** How ready somebody is to answer when asked. All from 0 to 1. */
export interface Willingness {
  /** When content. */
  readonly usually: number
  /** When angry: those who were wronged speak up. */
  readonly angry: number
  /** When an audit asks them; whoever speaks up anyway does so then too. Default: no more than unasked. */
  readonly asked?: number
}

/**
 * Whether somebody answers: it depends on how content they are (1) or angry (0), on how tired of being asked (1 is wholly),
 * and on whether an audit asks them (`isAsked`).
 */
export function answers(
  { usually, angry, asked = 0 }: Willingness,
  { content, tired = 0, isAsked = false }: Mood,
  draw: Draw,
): boolean {
  const unasked = (1 - tired) * (angry + (usually - angry) * content)
  return draw.chance(isAsked ? Math.max(unasked, (1 - tired) * asked) : unasked)
}

/** In what mood, and how, a question finds somebody. */
export interface Mood {
  readonly content: number
  readonly tired?: number
  readonly isAsked?: boolean
}

/** Something in people that grows with each event and fades with time: fatigue, annoyance. From 0 (none) to 1. */
export interface Fading {
  readonly level: number
  /** Milliseconds since 1970; of the last change. */
  readonly at: number
}

/** The level now: half of what it was after each half-life. */
export const faded = ({ level, at }: Fading, now: number, halfLife: number): number =>
  level * 0.5 ** (Math.max(0, now - at) / halfLife)

/** After one more event: a share of what is left to 1 is added to what has not faded. */
export function stirred(fading: Fading, now: number, halfLife: number, by: number): Fading {
  const level = faded(fading, now, halfLife)
  return { level: level + by * (1 - level), at: now }
}

/** Trust after an experience that was good (1) or bad (0): moves towards it, faster down than up. Slovic (1993): trust is easier lost than won. */
export const trusting = (
  trust: number,
  good: number,
  { up, down }: { readonly up: number; readonly down: number },
): number => trust + (good > trust ? up : down) * (good - trust)
