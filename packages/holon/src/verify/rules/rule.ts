import type { ReplayDocument } from '../../spec/api.ts'
import type { Json } from '../../spec/json.ts'
import type { DecisionPart } from '../../system/decision.ts'
import type { StoryRequest } from '../story.ts'
import type { ToldPart } from '../verification.ts'

/** An answer, and what a story knows of how it came about. */
export interface Witnessed {
  readonly told: ToldPart
  readonly part: DecisionPart
  /** Decides it again; the model says what it said. */
  readonly replay: () => Promise<ReplayDocument>
  /** The request it answers; undefined for a step that a ladder took by itself. */
  readonly request: StoryRequest | undefined
  /** How many requests were made at once. */
  readonly crowd: number
  /** Virtual milliseconds from request to answer. */
  readonly took: number
  /** Milliseconds until every model that was asked meanwhile has to have answered, one after the other. */
  readonly patience: number
  /** Place in the story. */
  readonly step: number
}

/** Something that holds for every system. What a rule sees it may remember until its story is over. */
export interface Rule {
  readonly name: string
  /** Says how an answer breaks the rule; undefined when it does not. */
  answered(seen: Witnessed): string | undefined | Promise<string | undefined>
  /** Something came back for an answer. */
  cameBack?(told: ToldPart, name: string, value: Json, at: number): void
  /** All latches were let go. */
  latchesReset?(): void
}
