import type { Answer } from '../spec/running.ts'

import type { System } from './system.ts'

type DecisionsOf<S> = S extends System<infer D> ? D : never
type TypesOf<S, N> =
  Extract<DecisionsOf<S>, { readonly name: N }> extends infer D
    ? D extends { readonly '~types'?: infer T }
      ? NonNullable<T>
      : never
    : never
type ExperiencesOf<S, N> = TypesOf<S, N> extends { experiences: infer X } ? X : never
type FeedbackOf<S, N> = TypesOf<S, N> extends { feedback: infer F } ? F : never

/** A decision of a system by its name. */
export type DecisionOf<S, N> = Extract<DecisionsOf<S>, { readonly name: N }>

/** Names of the decisions of a system. */
export type DecisionNames<S> = DecisionsOf<S>['name']

/** What a caller passes to a decision. */
export type ContextOf<S, N> = TypesOf<S, N> extends { context: infer C } ? C : never

/** What the code behind a decision receives: its context with defaults filled in. */
export type KnownOf<S, N> = TypesOf<S, N> extends { known: infer C } ? C : never

/** The id of a decision, remembering which decision it is so that feedback can be checked. */
export type DecisionId<N extends string> = string & { readonly '~decision'?: N }

/** The answer of a decision: its `experience` narrows its `parameters`. */
export type AnswerOf<S, N extends string> = {
  [K in keyof ExperiencesOf<S, N> & string]: Omit<Answer, 'id' | 'experience' | 'parameters' | 'audits'> & {
    readonly id: DecisionId<N>
    readonly audits: readonly (keyof FeedbackOf<S, N> & string)[]
    readonly experience: K
    readonly parameters: unknown extends ExperiencesOf<S, N>[K] ? null : ExperiencesOf<S, N>[K]
  }
}[keyof ExperiencesOf<S, N> & string]

/** Names under which something may come back for a decision, or for any of several. */
export type FeedbackNames<S, N> = (N extends unknown ? keyof FeedbackOf<S, N> & string : never) | 'exposure'

/** The value that may come back under a name. */
export type FeedbackValue<S, N, F> = F extends 'exposure'
  ? true
  : N extends unknown
    ? F extends keyof FeedbackOf<S, N>
      ? FeedbackOf<S, N>[F]
      : never
    : never
