import type { Style } from '../spec/api.ts'
import type { Duration } from '../spec/duration.ts'
import type { JsonObject } from '../spec/json.ts'
import type { LearnedModel } from '../spec/learned.ts'

/** An experience as a policy sees it. */
export interface Option {
  readonly name: string
  readonly style: Style
  readonly forcefulness: number
  readonly right: number
  readonly wrong: number
  readonly interrupting: number
  /** Probability that this experience would be right for this prediction. */
  readonly chance: number
  /**
   * Expected utility: `chance * right + (1 - chance) * wrong`, or the worth of each class times its probability, plus the
   * cost of interrupting, grown by habituation.
   */
  readonly utility: number
}

/** What a policy decides on: the experiences that no limit holds back, at least one. */
export interface PolicyMoment<P> {
  readonly prediction: P
  readonly context: unknown
  readonly options: readonly Option[]
}

/** A probability for every option, in their order, and the index of the one the policy would take without exploring. */
export interface Choice {
  readonly probabilities: readonly number[]
  readonly preferred: number
  /** What an apprentice would have done: recorded, and never drawn from. */
  readonly apprentice?: readonly number[]
}

/** How a policy learns from the log, and what becomes of it. */
export interface Learning<P, N extends string = string> {
  /** A goal about the decision that is a rate or a mean, or one of its feedbacks. */
  readonly reward: string
  /** Lowest and highest reward, where the declaration of it does not say. */
  readonly range?: readonly [number, number]
  /** Public context fields, and `prediction`; absent: all there are. */
  readonly features?: readonly string[]
  readonly isApprentice: boolean
  /** How often it learns by itself. */
  readonly every?: Duration
  /** It learns from the latest so many decisions. */
  readonly latest: number
  readonly strength: number
  readonly replicates: number
  /** The largest importance weight 1 / propensity; 1: none. */
  readonly importance: number
  /** The policy with what was learned. With `acts`, as it would be if it were no apprentice. */
  taught(model: LearnedModel, acts?: 'acts'): Policy<P, N>
}

/**
 * Turns a prediction into a probability for every experience. Pure; the experience is drawn from the probabilities by
 * the runtime, which logs them. `N` names the experiences it speaks of, so that a wrong name does not compile.
 */
export interface Policy<P, N extends string = string> {
  readonly kind: string
  readonly options: JsonObject
  /** One sentence for people. */
  readonly words: string
  /** Experiences it names itself. */
  readonly names: readonly N[]
  /** It weighs the experiences by expected utility, which the record then keeps and thresholds follow from. */
  readonly byUtility?: boolean
  /** It learns from the log: docs/bandits.md. */
  readonly learning?: Learning<P, N>
  choose(moment: PolicyMoment<P>): Choice
}
