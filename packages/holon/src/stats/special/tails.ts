/** The probability below and above a point. Both are kept because 1 - p loses the digits of a small p. */
export interface Tails {
  readonly lower: number
  readonly upper: number
}

/** Tails from the lower one. */
export function fromLower(lower: number): Tails {
  const bounded = Math.min(1, lower)
  return { lower: bounded, upper: 1 - bounded }
}

/** Tails from the upper one. */
export function fromUpper(upper: number): Tails {
  const bounded = Math.min(1, upper)
  return { lower: 1 - bounded, upper: bounded }
}
