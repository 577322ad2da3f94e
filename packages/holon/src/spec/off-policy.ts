import type { Tunings } from './tunings.ts'

/** Another policy of a decision point. Guardrails and limits apply to it as to the one that ran. */
export type OtherPolicy =
  /** The declared policy with other utilities; what is left out stays as declared. */
  | { readonly name?: string; readonly experiences: Tunings[string] }
  /** Always one experience. */
  | { readonly name?: string; readonly always: string }
  /** Every experience with the same probability. */
  | { readonly name?: string; readonly uniform: true }
  /** A variant that the decision declares. */
  | { readonly name?: string; readonly variant: string }
  /** What the declared policy, or that of a variant, has learned by now, as if it were no apprentice. */
  | { readonly name?: string; readonly learned: true; readonly variant?: string }

/** Which logged decisions, and what counts as their reward. */
export interface LoggedRequest {
  /** A goal about the decision (a rate or a mean), or one of its feedbacks with a number or a yes or no. */
  readonly reward: string
  /** Milliseconds since 1970; `from` inclusive, `to` exclusive. */
  readonly from?: number
  readonly to?: number
  /** The latest so many decisions. Default 10,000. */
  readonly limit?: number
}

/** `POST /api/v1/systems/{system}/decisions/{decision}/off-policy` */
export interface OffPolicyRequest extends LoggedRequest {
  readonly policies: readonly OtherPolicy[]
}

/** Decisions that were looked at and do not count, and why. */
export interface LeftOut {
  /** The waiting window of the reward is not over. */
  readonly waiting: number
  /** Nothing came back, and no default stands for that. */
  readonly missing: number
  /** The person was erased, and with them what would decide again. */
  readonly erased: number
  /** Outside of what the goal is about. */
  readonly other: number
}

/** A value, with its 95 % interval; null where nothing could be told. */
export interface PolicyValue {
  readonly value: number | null
  readonly interval: readonly [number, number] | null
}

/** What one estimator says of a policy, and how far it is from what was logged. */
export interface PolicyValueBy extends PolicyValue {
  readonly estimator: string
  readonly difference: PolicyValue
}

/** `known`: rely on it. `weak`: with care. `refused`: the log cannot know. */
export type KnowledgeVerdict = 'known' | 'weak' | 'refused'

/** What the log says of one policy. */
export interface PolicyEvaluation extends PolicyValue {
  readonly name: string
  readonly difference: PolicyValue
  readonly verdict: KnowledgeVerdict
  /** The rules that warned or refused, in words; then what exploration would make it known. */
  readonly because: readonly string[]
  /** Every rule with its numbers. */
  readonly rules: readonly {
    readonly rule: string
    readonly verdict: KnowledgeVerdict
    readonly words: string
  }[]
  readonly needed: { readonly share: number; readonly decisions: number } | null
  readonly effectiveSampleSize: number
  readonly meanWeight: number
  /** What the mean weight is with true propensities: the share of the policy's probability that the log covers. */
  readonly expectedMeanWeight?: number
  readonly largestWeight: number
  /** Share of the policy's probability on what the log did at all, and more often than `floor`; null where not known. */
  readonly overlap: {
    readonly share: number
    readonly aboveFloor: number
    readonly floor: number
    /** The share by how often the log does it: never first, then above the bound before and up to `upTo`. */
    readonly bands?: readonly { readonly upTo: number; readonly share: number }[]
  } | null
  /** The first is the one of `value`. */
  readonly estimates: readonly PolicyValueBy[]
  /** Holds at every look; null where it does not apply. */
  readonly anytime: readonly [number, number] | null
  /** Share of each experience, guardrails included. */
  readonly shares: Readonly<Record<string, number>>
}

/** What other policies would have done, from what was logged. */
export interface OffPolicyDocument {
  readonly decision: string
  readonly reward: string
  /** Decisions that count, those they stand for (dropped ones included), and people among them. */
  readonly rows: number
  readonly decisions: number
  readonly units: number
  readonly left: LeftOut
  readonly logged: PolicyValue
  readonly policies: readonly PolicyEvaluation[]
}

/** One logged decision with the probability of everything it could have done, and its reward. */
export interface LoggedDecision {
  readonly id: string
  readonly at: number
  /** Pseudonym. */
  readonly person?: string
  readonly experience: string
  readonly probabilities: Readonly<Record<string, number>>
  /** Probability with which a record like it is dropped from the log. */
  readonly drop: number
  /** Null where it is not there (yet). */
  readonly reward: number | null
  /** Whether an exposure came back: the person really met it. */
  readonly exposed: boolean
  /** Public fields and what the model said, as numbers. */
  readonly features: Readonly<Record<string, number>>
}

/** `GET /api/v1/systems/{system}/decisions/{decision}/logged?reward&from&to&limit` */
export interface LoggedDocument {
  readonly decision: string
  readonly reward: string
  readonly experiences: readonly string[]
  readonly choices: readonly LoggedDecision[]
}
