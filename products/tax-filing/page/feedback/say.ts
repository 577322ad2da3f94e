import type { DecisionId, FeedbackNames, FeedbackValue } from 'holon'
import { guaranteePrice } from '../../meter.ts'
import type { taxFiling } from '../../system.ts'
import type { Draft, Said } from '../draft/draft.ts'
import { keptHousehold } from '../draft/household.ts'
import { currentDraft, note } from '../draft/store.ts'
import { client } from '../meter/client.ts'

type Meter = 'audit-risk-meter'
type Name = Exclude<FeedbackNames<typeof taxFiling, Meter>, 'exposure'>
type Value<N extends Name> = FeedbackValue<typeof taxFiling, Meter, N>

/** Sends back what a person said about a decision, and keeps it so that the page shows it after a reload. */
export function say<N extends Name>(decision: DecisionId<Meter>, name: N, value: Value<N>): void {
  client.feedback(decision, name, value)
  keep(decision, { [name]: value })
}

/** Takes back what a person said about a decision. */
export function unsay(decision: DecisionId<Meter>, name: Name): void {
  client.retract(decision, name)
  note((draft) => {
    const { [name]: _taken, ...left } = draft.said[decision] ?? {}
    return { said: { ...draft.said, [decision]: left } }
  })
}

/** Keeps what was said without sending it yet. */
export function keep(decision: string, said: Said): void {
  note((draft) => ({ said: { ...draft.said, [decision]: { ...draft.said[decision], ...said } } }))
}

/** What was said about a decision. */
export function saidOf(draft: Draft, decision: string): Said {
  return draft.said[decision] ?? {}
}

/**
 * Keeps that a decision was taken about the return. A decision after a review means that an answer was changed since:
 * the review is told.
 */
export function noteDecision(decision: DecisionId<Meter>, isReview: boolean): void {
  const draft = currentDraft()
  if (draft === undefined || draft.decisions.at(-1) === decision) return
  const { review } = draft
  if (review !== undefined && review !== decision) say(review, 'fixedLine', true)
  note(({ decisions, review: _told, ...rest }) => ({
    ...rest,
    decisions: [...decisions.filter((id) => id !== decision), decision],
    review: isReview ? decision : undefined,
  }))
}

/**
 * Tells every decision about the return that it ended in a filed one, the last one how, and a review whether it changed
 * anything.
 *
 * @param current the decision about the return as it is filed: null when the server was away, undefined while it is asked
 */
export function file(draft: Draft, current: DecisionId<Meter> | null | undefined): void {
  const { decisions, review, said } = draft
  for (const decision of decisions) client.feedback(decision, 'filed', true)
  const last = decisions.at(-1)
  const household = keptHousehold()
  if (last !== undefined && household !== undefined) say(last, 'household', household)
  if (last !== undefined) {
    client.feedback(last, 'guarantee', said[last]?.guarantee === true ? guaranteePrice : 0)
  }
  if (review !== undefined && current !== undefined) say(review, 'fixedLine', current !== review)
  note(() => ({ filed: true }))
}
