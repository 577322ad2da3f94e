import type { RecordDocument } from './api.ts'
import type { Json, JsonObject } from './json.ts'
import type { Met } from './recent.ts'
import type { Reason } from './record.ts'

/** A guardrail that has latched: it holds the safe experience until a person resets it. `GET /api/v1/systems/{system}/latches` */
export interface LatchDocument {
  readonly decision: string
  readonly guardrail: string
  /** Pseudonym of the person it holds for; that of nobody in particular for decisions without a subject. */
  readonly person: string
  readonly because: string
  /** The decision in which it latched. */
  readonly id: string
  readonly at: number
}

/** `POST /api/v1/systems/{system}/latches/reset` */
export interface LatchReset {
  readonly decision: string
  readonly guardrail: string
  /** Default: nobody in particular. */
  readonly person?: string
  /** Who resets it, and why; both go into the log. */
  readonly by: string
  readonly reason: string
}

/**
 * How the ladder of an episode stands: the steps that were taken and what else was decided there meanwhile.
 * `GET /api/v1/systems/{system}/episodes/{episode}`
 */
export interface EpisodeDocument {
  readonly episode: string
  /** Oldest first. */
  readonly steps: readonly RecordDocument[]
  /** The step that is taken if nothing comes back until it is due, in milliseconds since 1970. */
  readonly next?: {
    readonly decision: string
    readonly experience: string
    readonly step: number
    readonly due: number
  }
  /** The feedback that ended it; or `person-erased`, or `ladder-changed` where the step is declared no longer. */
  readonly ended?: { readonly by: string; readonly at: number }
}

/**
 * A case that was handed to somebody: by a decision whose experience hands over, or by feedback that does.
 * `GET /api/v1/systems/{system}/queue`
 */
export interface CaseDocument {
  readonly id: string
  /** The decision it is about, and its decision point. */
  readonly about: string
  readonly decision: string
  /** Who is to answer, what they are asked, when it came to them, and until when; milliseconds since 1970. */
  readonly to: string
  readonly asks: string
  readonly at: number
  readonly due: number
  readonly state: CaseState
  /** Feedback that the answer is, and the schema of its value. */
  readonly answer: string
  readonly answerSchema: JsonObject
  /** Feedback that handed it over, and its value; absent where the decision did. */
  readonly feedback?: string
  readonly reported?: Json
  readonly episode?: string
  /** What the person met, and why. */
  readonly experience: string
  readonly text?: string
  readonly reason: Reason
  readonly prediction: Json
  /** Without the fields that concern the person once they are erased. */
  readonly context: JsonObject
  /** Why the prediction came out so, in sentences; empty where the model cannot tell. */
  readonly why: readonly string[]
  /** What the person met before, newest first. */
  readonly history: readonly Met[]
  /** Who looks at it, and until when it is kept for them. */
  readonly claimed?: { readonly by: string; readonly until: number }
  /** Without a name where the feedback came without the queue. */
  readonly answered?: {
    readonly at: number
    readonly by?: string
    readonly value?: Json
    readonly note?: string
  }
}

/** Waits for an answer in time, or after it was due, or has one. */
export type CaseState = 'open' | 'overdue' | 'answered'

/** Which cases: for whom (default: everybody), in which state (default `open`, overdue ones included), how many (default 100). */
export interface CaseOptions {
  readonly to?: string
  readonly state?: CaseState
  readonly limit?: number
}

/** `POST /api/v1/systems/{system}/queue/{id}/claim` */
export interface CaseClaim {
  /** Who looks at it. */
  readonly by: string
}

/** `POST /api/v1/systems/{system}/queue/{id}/answer` */
export interface CaseAnswer {
  readonly value: Json
  /** Who answers; goes into the log. */
  readonly by: string
  /** Why so; sealed for the person the decision concerned. */
  readonly note?: string
}
