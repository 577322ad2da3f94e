import type { Audit } from './audit.ts'
import type { Json, JsonObject } from './json.ts'
import type { Attribution } from './model.ts'
import type { Recent, Spent, Step } from './recent.ts'

/** Stages of a decision, in order. */
export const stages = ['features', 'predict', 'calibrate', 'choose', 'guard', 'present'] as const

/** One stage of a decision. */
export type Stage = (typeof stages)[number]

/** What one model said in one decision. Numbers that were not finite are kept as text (`"NaN"`, `"Infinity"`). */
export interface PredictionRecord {
  readonly model: string
  readonly version: string
  readonly sha256?: string
  /** As the model said it, before calibration; absent when it said nothing usable. */
  readonly raw?: Json
  /** After calibration: what the policy saw. */
  readonly value?: Json
  readonly calibrated: boolean
  /** Why there is no value. */
  readonly fault?: { readonly code: FaultCode; readonly message: string }
}

/** What can be wrong with a model's answer. */
export type FaultCode =
  | 'features-failed'
  | 'model-timeout'
  | 'model-threw'
  | 'model-not-finite'
  | 'model-out-of-range'
  | 'model-wrong-shape'
  | 'model-unavailable'

/** One guardrail that changed the action. */
export interface Intervention {
  readonly guardrail: string
  readonly did: 'clamp' | 'replace' | 'latch'
  /** Experience before and after it. */
  readonly from: string
  readonly to: string
  readonly because: string
}

/** Why this experience: chosen by the policy, drawn by exploration, the next step of a ladder, changed by a guardrail, or fallen back to. */
export type Reason = 'policy' | 'exploration' | 'ladder' | 'guardrail' | 'fallback'

/** The part of a decision that concerns the person: sealed under the person's key wherever it is stored. */
export interface PrivatePart {
  readonly subject?: string
  /** The context fields that are not public. */
  readonly context: JsonObject
  readonly features?: JsonObject
  readonly parameters: Json
  /** Parameters before the guardrails, where one of them changed the action. */
  readonly wantedParameters?: Json
  readonly text?: string
  readonly attribution?: Attribution
  /** What was remembered of the person when deciding. */
  readonly recent?: Recent
}

/** Everything about one decision that may be read without a person's key. */
export interface DecisionEntry {
  readonly kind: 'decision'
  readonly id: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly system: string
  readonly decision: string
  /** Pseudonym of the person, which no longer leads to the person once they are erased. */
  readonly person?: string
  readonly episode?: string
  /** Idempotency key of the request, and a checksum of what was asked under it. */
  readonly key?: string
  readonly asked?: string
  /** Hash of everything that decided. */
  readonly snapshot: string
  /** The context fields that are public. */
  readonly context: JsonObject
  readonly predictions: readonly PredictionRecord[]
  /** Probability of every experience that could have been met, guardrails included; sums to 1. */
  readonly probabilities: Readonly<Record<string, number>>
  /** What the policy chose, and what the person met after guardrails. */
  readonly wanted: string
  readonly experience: string
  /** `probabilities[experience]` */
  readonly propensity: number
  readonly interventions: readonly Intervention[]
  /** By feedback: with what probability a random audit asks for it after this experience, and whether it did. */
  readonly audits?: Readonly<Record<string, Audit>>
  /** Expected utility of each experience the policy weighed. */
  readonly utilities?: Readonly<Record<string, number>>
  /** Experiences that a limit held back from the policy, and why. */
  readonly held?: Readonly<Record<string, Spent>>
  /**
   * What an apprentice would have chosen before guardrails, and with what probabilities. Absent while it has learned nothing.
   */
  readonly apprentice?: {
    readonly experience: string
    readonly probabilities: Readonly<Record<string, number>>
  }
  /** Guardrails that were latched, and why they had latched. */
  readonly latched?: Readonly<Record<string, string>>
  /** Which step of a ladder it is; absent where the policy chose. */
  readonly step?: Step
  /** Arm of every flight this decision took part in. */
  readonly arms: Readonly<Record<string, string>>
  /**
   * Those of its flights whose arms could not have differed in this decision: in each a person would meet the same, with the
   * same probabilities. Where arms ask different models nobody knows, and it is not among them; nor is a holdout.
   */
  readonly alike?: readonly string[]
  /**
   * Probability of the experience over the arms of its flights too, among those who take part. Absent where it is not known:
   * arms ask different models, or the decision goes on from earlier ones that the arm shaped (a step of a ladder, what is
   * remembered of the person) and not every flight assigns each decision anew.
   */
  readonly marginal?: number
  /** The uniform draw in [0, 1) that chose. */
  readonly draw: number
  readonly reason: Reason
  readonly code?: FaultCode | 'policy-failed' | 'guardrail-failed' | 'present-failed'
  readonly degraded: boolean
  /** Milliseconds spent in each stage. */
  readonly timings: Readonly<Partial<Record<Stage, number>>>
  readonly cost: number
  /** Probability with which a record like this one is dropped; 0: all are kept. */
  readonly drop: number
  /** The private part as JSON, sealed; absent when there is none. */
  readonly sealed?: string
}

/** What may be read of a decision by anybody who may read the log. */
export type OpenEntry = Omit<DecisionEntry, 'sealed'>

/** A decision with its private part in the open: what `decide` makes and `replay` compares. Never stored so. */
export interface DecisionRecord {
  readonly open: OpenEntry
  readonly private: PrivatePart
}

/** Something that came back for a decision. */
export interface BackEntry {
  readonly kind: 'exposure' | 'feedback' | 'correction' | 'outcome' | 'retraction'
  /** The decision it is for. */
  readonly decision: string
  readonly at: number
  /** Name of the feedback; `exposure` for exposures. */
  readonly name: string
  readonly key?: string
  /** A public value. */
  readonly value?: Json
  /** A personal value as JSON, sealed for `person`. */
  readonly sealed?: string
  readonly person?: string
}

/** A notable event of the system itself: a model broken or restored on purpose, a person erased. */
export interface EventEntry {
  readonly kind: 'event'
  readonly at: number
  readonly system: string
  readonly name: string
  readonly details: JsonObject
}

/** One line of the log. */
export type Entry = DecisionEntry | BackEntry | EventEntry
