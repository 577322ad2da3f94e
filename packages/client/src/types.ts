import type {
  AnswerOf,
  ContextOf,
  DecisionId,
  DecisionNames,
  EpisodeDocument,
  FeedbackNames,
  FeedbackValue,
} from 'holon'

import type { ClientError } from './error.ts'
import type { ClientStorage } from './shelf.ts'

/** How to reach a system. */
export interface ClientOptions {
  /** Name of the system, as declared. */
  readonly system: string
  /** Address of the server; default: where the page came from, outside of browsers `http://127.0.0.1:4321`. */
  readonly url?: string
  /** Key of the server, where it has one. A key in a browser is known to everyone who uses it. */
  readonly key?: string
  /** Default: the platform's. */
  readonly fetch?: typeof globalThis.fetch
  /**
   * Where what waits survives a reload; default: `localStorage` in browsers, nothing elsewhere. What people send back
   * lies there in the open until it is sent: `false` keeps it in memory only.
   */
  readonly storage?: ClientStorage | false
  /** How much may wait to be sent back; default 1000. The oldest is dropped first. */
  readonly waiting?: number
  /** Told what was dropped, and why a fallback was answered; default: a warning on the console. */
  readonly onProblem?: (problem: ClientError) => void
}

/** Circumstances of a decision that are not its context. */
export interface DecideOptions {
  /** Whom it concerns. */
  readonly subject?: string
  /** Ties the steps of one story together. */
  readonly episode?: string
  /** The same key answers the same decision again instead of deciding twice. */
  readonly key?: string
  /** Milliseconds to wait for an answer; default 5000. */
  readonly timeout?: number
}

/** What is answered when the server did not: nothing is recorded, so there is no id, and nothing can come back for it. */
export interface FallbackAnswer<F extends string> {
  readonly id: null
  readonly experience: F
  readonly parameters: null
  readonly prediction: null
  readonly reason: 'fallback'
  /** Why: `server-unreachable`, or what the server said. */
  readonly code: string
  readonly degraded: true
  readonly guardrails: readonly []
  readonly audits: readonly []
  readonly model: readonly []
  readonly arms: Readonly<Record<string, never>>
  readonly style?: undefined
  readonly forcefulness?: undefined
  readonly text?: undefined
  readonly explanation?: undefined
  readonly propensity?: undefined
  readonly snapshot?: undefined
  readonly episode?: undefined
}

/**
 * Resolves once it is known what became of something sent back: true when the server has it, false when it was dropped
 * (`onProblem` is told why). Waits as long as the server is away, and never rejects, so that nobody has to look at it.
 */
export type Delivery = Promise<boolean>

/** A system seen from afar, with the names and values of its declaration. */
export interface Client<S> {
  /**
   * Asks for a decision. With a `fallback`, an experience of the decision, it never rejects: when there is no good
   * answer within the time, it answers with that experience.
   *
   * @throws ClientError without a `fallback`
   */
  decide<const N extends DecisionNames<S>, const F extends AnswerOf<S, N>['experience']>(
    decision: N,
    context: ContextOf<S, N>,
    options: DecideOptions & { readonly fallback: F },
  ): Promise<AnswerOf<S, N> | FallbackAnswer<F>>
  decide<const N extends DecisionNames<S>>(
    decision: N,
    context: ContextOf<S, N>,
    options?: DecideOptions & { readonly fallback?: undefined },
  ): Promise<AnswerOf<S, N>>

  /**
   * Reads how the ladder of an episode stands, by the `episode` that a decision answered: the steps taken, when the next one
   * is due, what ended it.
   *
   * @throws ClientError
   */
  episode(name: string): Promise<EpisodeDocument>

  /** Tells that the experience was really seen. Twice is once. The id of a fallback, null, is let go. */
  exposure(id: DecisionId<DecisionNames<S>> | null): Delivery

  /** Sends back feedback, a correction or an outcome. A key given here makes the same name count once for it. */
  feedback<const N extends DecisionNames<S>, const F extends FeedbackNames<S, N>>(
    id: DecisionId<N> | null,
    name: F,
    value: FeedbackValue<S, N, F>,
    options?: { readonly key?: string },
  ): Delivery

  /** Takes back the values of a name, or the one sent with a key. */
  retract<const N extends DecisionNames<S>>(
    id: DecisionId<N> | null,
    name: FeedbackNames<S, N>,
    options?: { readonly key?: string },
  ): Delivery

  /** Sends what waits, now. Resolves with the number that still waits after that: 0 when the server has it all. */
  flush(): Promise<number>

  /** Flushes, and stops: what still waits stays in the storage. */
  close(): Promise<number>
}
