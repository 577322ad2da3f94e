import type { EffectEstimate } from 'holon'

/** What effects are drawn as: in their own unit, or as shares of what the control has. */
export type Kind = 'absolute' | 'relative'

/** Anything that has effects to draw. */
export type Drawable = { readonly [kind in Kind]: EffectEstimate | null }

/** So many of the ends of intervals are within the scale; what is far wider is cut, for it would flatten all others. */
const within = 0.8
/** Room beyond them. */
const room = 1.25

/**
 * How far effects reach from zero, so that all can be drawn on one scale with zero in the middle. Of relative ones, which may
 * be of very different goals, the widest fifth may be cut.
 */
export function reachOf(effects: readonly Drawable[], kind: Kind): number {
  const ends = effects.flatMap((effect) => effect[kind]?.interval.map(Math.abs) ?? [])
  const most = Math.max(0, ...ends)
  if (most === 0) return 1
  if (kind === 'absolute') return most
  const usual = ends.toSorted((a, b) => a - b)[Math.ceil(within * ends.length) - 1] ?? most
  return usual === 0 ? most : Math.min(most, room * usual)
}

/** Where a value stands, from 0 (as far below zero as the scale reaches) over ½ to 1; what is farther, at the end. */
export function placeOn(reach: number, value: number): number {
  return Math.min(1, Math.max(0, (value + reach) / (2 * reach)))
}

/** Whether an interval goes on beyond either end of the scale. */
export function cutAt(
  reach: number,
  [low, high]: EffectEstimate['interval'],
): { readonly low: boolean; readonly high: boolean } {
  return { low: low < -reach, high: high > reach }
}
