import type { Draw, Fading } from 'holon/world'

/** Somebody who browses, and what they are like. Levels are from 0 to 1. */
export interface Browser {
  /** How much they look at before they trust it. */
  readonly wariness: number
  /** How far they believe a warning. */
  trust: number
  /** How annoyed they are by interruptions that were for nothing. */
  annoyance: Fading
  /** Since when they have had it, in milliseconds since 1970; undefined: they switched it off. */
  since: number | undefined
}

/** Draws somebody. */
export const browserOf = (draw: Draw): Browser => ({
  wariness: draw.beta(2, 2),
  trust: draw.beta(6, 2),
  annoyance: { level: 0, at: 0 },
  since: 0,
})
