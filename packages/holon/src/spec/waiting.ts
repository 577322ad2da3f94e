/** Decisions that do not count yet, because what silence would mean is not known before their window has passed. */
export interface Waiting {
  /** How many; they may still turn out not to be among those that a goal counts. */
  readonly n: number
  /** How long after a decision it counts, as declared with the feedback. */
  readonly within: string
  /** When the first of them counts, in milliseconds since 1970. */
  readonly next: number
  /** What to expect of them; null where nobody knows yet, and `because` says why. */
  readonly early: EarlyEstimate | null
  readonly because: string
}

/**
 * What to expect of decisions whose answers are still coming, from those that came so far and how soon they came before:
 * right as long as answers take as long as they did.
 */
export interface EarlyEstimate {
  /** In the unit of the goal. */
  readonly value: number
  /** At 95 %, with the error of what is known of how soon answers come; null where it does not bound it on both sides. */
  readonly interval: readonly [number, number] | null
  /** Share of what will come that has come by now, on average over these decisions. */
  readonly arrived: number
  /** Answers of older decisions that tell how soon answers come. */
  readonly seenFrom: number
}
