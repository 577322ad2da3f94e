import { inMilliseconds } from '../spec/duration.ts'
import type { OpenEntry } from '../spec/record.ts'
import type { FeedbackPart } from '../system/decision.ts'
import type { HandOver } from '../system/experience.ts'
import type { Case } from './cases.ts'
import type { Inside } from './inside.ts'
import { privatePart } from './opening.ts'

/** Open cases that one person's feedback of one name may have, where its declaration says nothing else. */
const usualMost = 3

/** The case of a decision that hands over, or of which feedback does. */
export function caseOf(inside: Inside, entry: OpenEntry, handsOver: HandOver, feedback?: string): Case {
  const at = feedback === undefined ? entry.at : inside.ports.clock.now()
  const { to, within, answer, asks } = handsOver
  return {
    id: feedback === undefined ? entry.id : `${entry.id}~${feedback}`,
    about: entry.id,
    decision: entry.decision,
    person: entry.person ?? inside.nobody.pseudonym,
    to: to.name,
    asks,
    answer,
    at,
    due: at + inMilliseconds(within),
    ...(feedback !== undefined && { feedback }),
  }
}

/**
 * Opens a case because of feedback: once for a decision, however often it is sent, and only while the person has few open
 * cases of this kind, so that nobody fills the queue. Beyond that it is recorded like any feedback.
 */
export async function report(inside: Inside, entry: OpenEntry, part: FeedbackPart): Promise<void> {
  const { handsOver, name } = part
  if (handsOver === undefined) return
  const one = caseOf(inside, entry, handsOver, name)
  await inside.cases.turn(one.id, async () => {
    if ((await inside.cases.get(one.id)) !== undefined) return
    if ((await privatePart(inside, entry)) === undefined) return
    if (likeIt(inside, one) >= (handsOver.atMost ?? usualMost)) return
    await inside.cases.add(one)
    inside.cases.arm(one)
  })
}

const likeIt = (inside: Inside, { person, decision, feedback }: Case): number =>
  inside.cases
    .open()
    .filter((one) => one.person === person && one.decision === decision && one.feedback === feedback).length

/** Feedback that cases wait for came by itself: it answers them, unless it came through the queue. */
export async function answered(inside: Inside, about: string, name: string, at: number): Promise<void> {
  const waiting = inside.cases
    .open()
    .filter((one) => one.about === about && one.answer === name && one.answering === undefined)
  await Promise.all(
    waiting.map(({ id }) =>
      inside.cases.turn(id, async () => {
        const one = inside.cases.open().find((other) => other.id === id)
        if (one !== undefined) await inside.cases.keep({ ...one, answered: { at } })
      }),
    ),
  )
}
