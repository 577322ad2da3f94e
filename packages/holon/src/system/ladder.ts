import { type Duration, inMilliseconds } from '../spec/duration.ts'

/**
 * Steps that follow each other while nobody answers: ask first, count down, then act; ask somebody else after that.
 * Each step is a decision of its own, in one episode, about the same subject in the same context. The policy chooses where
 * on the ladder it begins; a decision without an episode that meets a step begins an episode named by its own id.
 *
 * An episode climbs a ladder once: another decision of the same point in it, while the ladder goes on or after its end, is
 * met as it comes, but neither begins the ladder anew nor changes when the next step is due. A new story needs a new
 * episode. What comes back for any decision of the point in the episode counts. Guardrails still have the last word on each
 * step; after what they made of one, the ladder goes on with its wait. Limits hold no step back.
 */
export interface LadderInit<X, F> {
  /** From the first step to the last. The next one is taken when nothing that ends the ladder came back in time. */
  readonly steps: readonly { readonly experience: X; readonly wait?: Duration }[]
  /** Feedback that ends it, unless its value is false. */
  readonly endedBy: readonly F[]
  /** Feedback that takes the next step at once, unless its value is false. */
  readonly hurriedBy?: readonly F[]
}

/** A ladder as declared; waits in milliseconds, and none at the last step. */
export interface LadderPart {
  readonly steps: readonly { readonly experience: string; readonly wait?: number }[]
  readonly endedBy: readonly string[]
  readonly hurriedBy: readonly string[]
}

/** The ladder with its waits in milliseconds. */
export function ladderPart({ steps, endedBy, hurriedBy = [] }: LadderInit<string, string>): LadderPart {
  return {
    steps: steps.map(({ experience, wait }) => ({
      experience,
      ...(wait === undefined ? {} : { wait: inMilliseconds(wait) }),
    })),
    endedBy,
    hurriedBy,
  }
}
