import { boundedJson } from '../decide/bounded-json.ts'
import type { LatchReset } from '../spec/following.ts'
import type { Intervention } from '../spec/record.ts'
import type { Inside } from './inside.ts'
import { note } from './note.ts'
import { mustBeSigned } from './signed.ts'

/** Records what a guardrail did to an action on its way to the hardware; where it latched, it is latched for the decision. */
export async function intervened(
  inside: Inside,
  decision: string,
  intervention: Intervention,
  wanted: unknown,
  person = inside.nobody.pseudonym,
): Promise<void> {
  const { guardrail, did, because } = intervention
  if (did === 'latch') {
    const at = inside.ports.clock.now()
    await inside.latches.set({ decision, guardrail, person, because, id: '', at })
  }
  await note(inside, 'actuator-intervened', { decision, ...intervention, wanted: boundedJson(wanted) })
}

/** Only a named person with a reason lets a latch go. */
export async function resetLatch(
  inside: Inside,
  { by, reason, decision, guardrail, person }: LatchReset,
): Promise<void> {
  mustBeSigned('A latch is reset', { by, reason })
  const which = { decision, guardrail, person: person ?? inside.nobody.pseudonym }
  const { because } = await inside.latches.reset(which)
  await note(inside, 'latch-reset', { ...which, because, by, reason })
}
