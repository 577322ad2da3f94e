import type { DecideOptions } from 'holon'
import { FlagError } from './failure.ts'
import type { Place } from './place.ts'
import type { EvaluationContext } from './words.ts'

/** What a decision is asked with. */
interface Moment {
  readonly context: Readonly<Record<string, unknown>>
  readonly options: DecideOptions
}

/**
 * Makes of an evaluation context the context and the subject of a decision. Only fields that the decision declares are
 * handed on: an evaluation context is filled for every flag there is, and what one does not need is none of its business.
 *
 * @throws FlagError `TARGETING_KEY_MISSING` where the decision counts what one person met
 */
export function momentOf(place: Place, given: EvaluationContext): Moment {
  const context: Record<string, unknown> = {}
  for (const field of place.fields) {
    const value = Object.hasOwn(given, field) ? given[field] : undefined
    if (value !== undefined) context[field] = value instanceof Date ? value.toISOString() : value
  }
  const subject = subjectOf(given)
  if (subject !== undefined) return { context, options: { subject } }
  if (place.needsPerson) throw missing(place)
  return { context, options: {} }
}

/** The person an evaluation context is about. */
export function subjectOf({ targetingKey }: EvaluationContext): string | undefined {
  return typeof targetingKey === 'string' && targetingKey !== '' ? targetingKey : undefined
}

const missing = ({ decision }: Place): FlagError =>
  new FlagError(
    'TARGETING_KEY_MISSING',
    `"${decision.name}" counts what a person met.`,
    'Set the targetingKey of the evaluation context to a stable name of the person.',
  )
