import type { DecisionId } from 'holon'
import { client } from '../holon.ts'
import type { Filed } from './pile.ts'
import { note, stateOf, type Verdict } from './store.ts'

const opening = new Set<number>()

/** Opens a file: the product decides how it is read, once. */
export async function open({ number, file }: Filed): Promise<void> {
  if (stateOf(number).seen !== undefined || opening.has(number)) return
  opening.add(number)
  const subject = `applicant-${number}`
  const seen = await client.decide('reading', file, { subject, fallback: 'twice' })
  opening.delete(number)
  note(number, { seen })
}

/** Whether two people read the file. */
export const isReadTwice = (number: number): boolean => {
  const { seen, isAskedTwice } = stateOf(number)
  return isAskedTwice === true || seen?.experience === 'twice'
}

/** Puts a file into the queue of the second readers because its reader wants it so. */
export function askSecond(number: number): void {
  const { seen } = stateOf(number)
  if (seen?.id != null) client.feedback(seen.id, 'wantsSecond', true)
  note(number, { isAskedTwice: true })
}

/** The verdict of the reader: final where nobody else reads. */
export async function decide(filed: Filed, first: Verdict): Promise<void> {
  const { seen } = stateOf(filed.number)
  note(filed.number, { first })
  if (seen?.id != null) client.feedback(seen.id, 'verdict', first)
  if (!isReadTwice(filed.number)) await settle(filed, first, 1)
  else await compare(filed)
}

/** The verdict of the second reader, who had seen neither score nor verdict. */
export async function second(filed: Filed, said: Verdict): Promise<void> {
  const { seen } = stateOf(filed.number)
  note(filed.number, { second: said })
  if (seen?.id != null) client.feedback(seen.id, 'second', said)
  await compare(filed)
}

/** Two who agree have decided; two who differ talk. */
async function compare(filed: Filed): Promise<void> {
  const { first, second } = stateOf(filed.number)
  if (first !== undefined && first === second) await settle(filed, first, 2)
}

/** A verdict of people becomes a letter. */
export async function settle({ number, file }: Filed, verdict: Verdict, readers: number): Promise<void> {
  const { seen } = stateOf(number)
  note(number, { verdict, readers })
  if (seen?.id != null) client.feedback(seen.id, 'verdict', verdict)
  const subject = `applicant-${number}`
  const letter = await client.decide(
    'letter',
    { ...file, verdict, readers },
    { subject, fallback: 'nothing' },
  )
  if (letter.id === null) return
  const reasons = letter.experience === 'reasons' ? { reasons: letter.parameters } : {}
  note(number, { letter: { id: letter.id, ...reasons } })
}

/** An appeal goes to the board. */
export function appeal(number: number, id: DecisionId<'letter'>, words: string): void {
  client.feedback(id, 'appeal', words)
  note(number, { appeal: words })
}

/** What the board says. */
export function answerAppeal(filed: Filed, appealed: 'stands' | 'changed'): void {
  const { letter, seen } = stateOf(filed.number)
  if (letter === undefined) return
  client.feedback(letter.id, 'appealed', appealed)
  if (appealed === 'changed' && seen?.id != null) client.feedback(seen.id, 'verdict', 'admit')
  note(filed.number, { appealed, ...(appealed === 'changed' && { verdict: 'admit' as const }) })
}
