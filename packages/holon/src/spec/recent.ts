/** One experience that was met before. */
export interface Met {
  readonly id: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly experience: string
  readonly episode?: string
}

/** Why a limit allows no interruption now. */
export type Spent = 'used up' | 'quiet hours' | 'met in this episode' | 'dismissed'

/**
 * What is remembered of the person a decision concerns (or of nobody in particular): an input of the decision like its
 * context, and kept in its record, so that a replay sees the same.
 */
export interface Recent {
  /** How often this decision point interrupted the person, each time counting half after the half-life of its habituation. */
  readonly interruptions: number
  /** Limits that allow no interruption now, by name. */
  readonly spent: Readonly<Record<string, Spent>>
  /** What the person met at this decision point, newest first, at most ten; what was silent is not remembered. */
  readonly met: readonly Met[]
}

/** A step of a ladder: which one, after which decision, and why it was taken. */
export interface Step {
  readonly step: number
  readonly after: string
  /** `silence`: nothing came back in time; otherwise the name of the feedback that hurried it. */
  readonly because: string
}

/** Nothing is remembered. */
export const nothingRecent: Recent = Object.freeze({
  interruptions: 0,
  spent: Object.freeze({}),
  met: Object.freeze([]),
})
