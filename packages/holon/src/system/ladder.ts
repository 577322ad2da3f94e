import { type Duration, inMilliseconds } from '../spec/duration.ts'

/**
 * Steps that follow each other while nobody answers: ask first, count down, then act; ask somebody else after that.
 * Each step is a decision of its own, in one episode. The policy chooses where on the ladder it begins.
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
