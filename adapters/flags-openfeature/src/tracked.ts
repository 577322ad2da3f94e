import { type Flags, subjectOf } from '@holon/flags'
import type { EvaluationContext, TrackingEventDetails } from '@openfeature/server-sdk'
import { HolonError, type Running } from 'holon'
import type { Latest } from './latest.ts'

/** What came back for a decision. */
interface Tracked {
  readonly id: string
  readonly name: string
  readonly value: unknown
}

/**
 * Reads a tracking event as feedback: for the decision that `details.decision` names, otherwise for the latest one of the
 * person that can have this feedback. Its value is `details.feedback`, otherwise `details.value`, otherwise true.
 *
 * @throws HolonError `decision-unknown`
 */
export function readTracked(
  { flags, latest }: { readonly flags: Flags; readonly latest: Latest },
  name: string,
  context: EvaluationContext,
  { decision, feedback, value }: TrackingEventDetails,
): Tracked {
  const subject = subjectOf(context)
  const own = subject === undefined ? undefined : latest.of(subject, new Set(flags.withFeedback(name)))
  const id = typeof decision === 'string' ? decision : own
  if (id === undefined) throw unknown(name)
  return { id, name, value: feedback ?? value ?? true }
}

/** Sends it to the system that took the decision: ids do not name it, and only the issuer accepts one. */
export async function sendBack(systems: readonly Running[], { id, name, value }: Tracked): Promise<void> {
  let refusal: unknown
  for (const system of systems) {
    try {
      return await system.feedback(id, name, value)
    } catch (error) {
      if (!(error instanceof HolonError) || error.code !== 'decision-id-invalid') throw error
      refusal = error
    }
  }
  throw refusal ?? unknown(name)
}

const unknown = (name: string): HolonError =>
  new HolonError(
    'decision-unknown',
    `No decision is known that "${name}" came back for.`,
    'Track in the context, with the targetingKey, in which the flag was evaluated; or give the id of the decision as `decision` in the details.',
  )
