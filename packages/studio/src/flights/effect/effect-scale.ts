import type { EffectEstimate } from 'holon'

/** What effects are drawn as: in their own unit, or as shares of what the control has. */
export type Kind = 'absolute' | 'relative'

/** Anything that has effects to draw. */
export type Drawable = { readonly [kind in Kind]: EffectEstimate | null }

/** Beyond this share of the control an interval is cut off, for one wide one would flatten all others. */
const widest = 1

/**
 * How far effects reach from zero at most, so that all can be drawn on one scale with zero in the middle. Relative ones are cut
 * at the size of the control.
 */
export function reachOf(effects: readonly Drawable[], kind: Kind): number {
  const ends = effects.flatMap((effect) => effect[kind]?.interval.map(Math.abs) ?? [])
  const most = Math.max(0, ...ends)
  if (most === 0) return 1
  return kind === 'relative' ? Math.min(widest, most) : most
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
