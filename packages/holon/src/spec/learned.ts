import type { LeftOut, LoggedRequest, PolicyEvaluation, PolicyValue } from './off-policy.ts'

/** A number of the context or the prediction, as a learned policy reads it: less `mean`, in units of `deviation`. */
export interface LearnedColumn {
  readonly name: string
  /** A public field of the context; absent where it is of the prediction. */
  readonly field?: string
  /** Of a prediction of classes, which one. */
  readonly key?: string
  /** 1 where the field has this value, otherwise 0. */
  readonly is?: string | number | boolean
  readonly mean: number
  readonly deviation: number
}

/** What was learned of one experience. */
export interface LearnedArm {
  readonly experience: string
  readonly rows: number
  /** Sums of products of [1, columns, reward], a line for each of 1 and the columns. */
  readonly sums: readonly (readonly number[])[]
  /** The constant, then one for each column. */
  readonly coefficients: readonly number[]
  /** The same of each replicate. */
  readonly replicates: readonly (readonly number[])[]
}

/** Everything a bandit decides by: an artefact of the registry, named by its SHA-256. Rewards are on a scale from 0 to 1. */
export interface LearnedModel {
  readonly kind: 'linear-bandit'
  /** As in its `LearnedDocument`: no two versions are one artefact. */
  readonly version: number
  readonly reward: string
  /** What is 0 and 1 on the scale. */
  readonly range: readonly [number, number]
  readonly rows: number
  readonly strength: number
  readonly around: number
  /** Variance of rewards around what is expected. */
  readonly noise: number
  readonly seed: string
  readonly columns: readonly LearnedColumn[]
  readonly arms: readonly LearnedArm[]
}

/** Which policy of a decision point is to learn. */
export interface LearnRequest {
  /** Of a declared variant; without it, the declared policy. */
  readonly variant?: string
  /** Only tells what would be learned. */
  readonly dry?: boolean
}

/** Which policy of a decision point, and by which decisions an apprentice is scored. */
export interface LearnedOptions extends Omit<LoggedRequest, 'reward'> {
  /** Of a declared variant; without it, the declared policy. */
  readonly variant?: string
}

/** Logged decisions that were not learned from, and why. */
export interface NotLearned extends Omit<LeftOut, 'erased'> {
  /** No policy chose: a model or a policy had failed. */
  readonly degraded: number
}

/** A version of what was learned, in words and numbers for people. */
export interface LearnedDocument {
  readonly decision: string
  readonly variant?: string
  /** From 1. */
  readonly version: number
  readonly at: number
  /** SHA-256 of the artefact. */
  readonly sha256: string
  /** Under which it was learned. */
  readonly snapshot: string
  readonly reward: string
  readonly range: readonly [number, number]
  /** Decisions that it was learned from, and the times of the first and the last of them. */
  readonly rows: number
  readonly from: number
  readonly until: number
  readonly left: NotLearned
  readonly experiences: readonly {
    readonly experience: string
    readonly rows: number
    /** What it is expected to earn at the mean of all features, and how much more for each deviation of one. */
    readonly expected: number
    readonly slopes: Readonly<Record<string, number>>
  }[]
}

/** How an apprentice does, by what it would have done in every decision, told before anything was known of the reward. */
export interface ApprenticeScore {
  /** Decisions in which it said so. */
  readonly decisions: number
  /** Probability of choosing what was chosen. */
  readonly agreement: PolicyValue
  readonly left: LeftOut
  readonly logged: PolicyValue
  /** What it would have earned, guardrails included. */
  readonly evaluation: PolicyEvaluation | null
}

/** A policy that learns, and how it stands. */
export interface LearningDocument {
  readonly decision: string
  readonly variant?: string
  readonly words: string
  readonly isApprentice: boolean
  /** Null while nothing is learned. */
  readonly learned: LearnedDocument | null
  /** Why what was learned is not used. */
  readonly problem?: string
  /** Null where it is no apprentice, or said nothing yet. */
  readonly apprentice: ApprenticeScore | null
}
