/**
 * A range that covers the true value with the stated confidence. Without evidence it is as wide as the value
 * can be.
 */
export interface Interval {
  readonly lower: number
  readonly upper: number
}

/** The interval that says nothing about a number. */
export const anyNumber: Interval = Object.freeze({ lower: -Infinity, upper: Infinity })

/** The interval that says nothing about a share. */
export const anyShare: Interval = Object.freeze({ lower: 0, upper: 1 })
