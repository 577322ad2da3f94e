import { HolonError } from '../spec/error.ts'
import type { DecisionEntry, DecisionRecord, PrivatePart } from '../spec/record.ts'
import type { Inside } from './inside.ts'

/** What was sealed for a person; undefined once they are erased. */
export async function unseal(
  inside: Inside,
  person: string | undefined,
  sealed: string | undefined,
): Promise<unknown | undefined> {
  if (sealed === undefined) return undefined
  const text = await inside.ports.vault.open(person ?? inside.nobody.pseudonym, sealed)
  return text === undefined ? undefined : JSON.parse(text)
}

/** Where there was nothing private to record. */
const nothing: PrivatePart = Object.freeze({ context: Object.freeze({}), parameters: null })

/** The private part of a stored decision; undefined once the person is erased. */
export async function privatePart(inside: Inside, entry: DecisionEntry): Promise<PrivatePart | undefined> {
  if (entry.sealed === undefined) return nothing
  return (await unseal(inside, entry.person, entry.sealed)) as PrivatePart | undefined
}

/** A stored decision with its private part in the open. @throws HolonError `person-erased` */
export async function openRecord(inside: Inside, entry: DecisionEntry): Promise<DecisionRecord> {
  const secret = await privatePart(inside, entry)
  if (secret === undefined) {
    throw new HolonError(
      'person-erased',
      `The person of decision ${entry.id} was erased; what concerned them cannot be read any more.`,
      'Nothing can bring it back. The public part of the record is still there.',
    )
  }
  const { sealed: _, ...open } = entry
  return { open, private: secret }
}
