import type { Shape } from './shape.ts'

/** A hard blow, in g; a turned wrist, in degrees; and rest after it, in g and degrees a second. */
export const plainFallFrom = { impact: 3, turned: 60 } as const
export const restBelow = { stirring: 0.25, fidgeting: 60 } as const

/**
 * Whether a moment is a fall by plain physics, without a model: a hard impact, after which the wrist lies otherwise than
 * before, and lies still. What answers when the model does not, and what no budget silences.
 */
export function isPlainFall(shape: Pick<Shape, 'impact' | 'turned' | 'stirring' | 'fidgeting'>): boolean {
  return (
    shape.impact >= plainFallFrom.impact &&
    shape.turned >= plainFallFrom.turned &&
    shape.stirring <= restBelow.stirring &&
    shape.fidgeting <= restBelow.fidgeting
  )
}
