import type { Client, DecideOptions, FallbackAnswer } from '@holon/client'
import type { AnswerOf, ContextOf, DecisionId, DecisionNames, FeedbackNames, FeedbackValue } from 'holon'
import { createElement, type ReactElement, type ReactNode } from 'react'

import { ClientContext, type LooseClient, useLooseClient } from './client-context.ts'
import type { Field } from './field.ts'
import { type DecisionState, useDecision } from './use-decision.ts'
import { useFeedback } from './use-feedback.ts'

/** What hooks and components use of a client: a test can pass something smaller than the real one. */
export type ClientPart<S> = Pick<Client<S>, 'decide' | 'exposure' | 'feedback' | 'retract'>

/** Names under which a person can say something about a decision; exposure tells itself. */
type Names<S, N> = Exclude<FeedbackNames<S, N>, 'exposure'>

/** What can come back for one answer, with the names and values of the declaration. */
export interface Feedback<S, N extends string> {
  /** Shown at once, sent in the background, and sent again by the client until the server has it. */
  send<const F extends Names<S, N>>(name: F, value: FeedbackValue<S, N, F>): void
  /** Takes back what was said under a name. */
  undo(name: Names<S, N>): void
  /** One name of it: its value, what became of it, and how to change it. Components of this package take it. */
  field<const F extends Names<S, N>>(name: F): Field<FeedbackValue<S, N, F>>
}

/** The hooks of one system, with the names and values of its declaration. */
export interface Hooks<S> {
  /** Says which client the hooks and components inside use. */
  HolonProvider(props: { readonly client: ClientPart<S>; readonly children?: ReactNode }): ReactElement

  /** The client of the nearest provider. @throws HolonReactError `provider-missing` */
  useClient(): ClientPart<S>

  /**
   * Asks for a decision when it is mounted, and again when decision, context or options change in content. A context
   * that is undefined is not there yet: nothing is asked. Renders `loading` on a server. Give a `key` where the same
   * question must not be decided again by another mount, and a `fallback` where the page has to go on without an answer.
   *
   * @throws HolonReactError `provider-missing`
   */
  useDecision<const N extends DecisionNames<S>, const F extends AnswerOf<S, N>['experience']>(
    decision: N,
    context: ContextOf<S, N> | undefined,
    options: DecideOptions & { readonly fallback: F },
  ): DecisionState<AnswerOf<S, N> | FallbackAnswer<F>>
  useDecision<const N extends DecisionNames<S>>(
    decision: N,
    context: ContextOf<S, N> | undefined,
    options?: DecideOptions & { readonly fallback?: undefined },
  ): DecisionState<AnswerOf<S, N>>

  /**
   * What a person can say about an answer. Everything that asks about the same answer shares it, and it stays while the
   * page lives. Without an answer, or for a fallback, every field is `closed`.
   */
  useFeedback<const N extends DecisionNames<S>>(
    answer: { readonly id: DecisionId<N> | null } | undefined,
  ): Feedback<S, N>
}

const hooks = {
  HolonProvider: ({ client, children }: { client: LooseClient; children?: ReactNode }) =>
    createElement(ClientContext.Provider, { value: client }, children),
  useClient: () => useLooseClient(true),
  useDecision,
  useFeedback,
}

/**
 * Makes the hooks of a system, typed by its declaration. Only the type is used, so nothing of the declaration reaches
 * the page.
 *
 * @example
 * ```tsx
 * import type { taxFiling } from './system.ts'
 * export const { HolonProvider, useDecision, useFeedback } = createHooks<typeof taxFiling>()
 *
 * const { answer } = useDecision('audit-risk-meter', taxReturn, { fallback: 'nothing' })
 * const feedback = useFeedback(answer)
 * return <Thumbs field={feedback.field('useful')} question="Was this useful?" />
 * ```
 */
export function createHooks<S>(): Hooks<S> {
  return hooks as unknown as Hooks<S>
}
