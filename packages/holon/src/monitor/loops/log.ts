import type { Duration } from '../../spec/duration.ts'
import type { Expression } from '../../spec/measure.ts'

/** A logged decision as the watch over loops sees it. */
export interface SeenDecision {
  readonly at: number
  /** Pseudonym. */
  readonly person?: string
  readonly experience: string
  readonly probabilities: Readonly<Record<string, number>>
  /** A public value; null when it is not known, or no number, text or boolean. */
  value(of: Expression): number | string | boolean | null
}

/** The log as far as loops concern it. */
export interface SeenLog {
  /** The present: nothing later is in it. */
  readonly now: number
  /** Decisions of one point in the order of time, with what came back for each within `age` of it (always, without). */
  decisions(name: string, age?: Duration): Promise<readonly SeenDecision[]>
  /** Lets others have their turn: looking at a long log takes long. */
  rest(): Promise<void>
}
