import { forget, knownPerson } from '../draft/store.ts'

/** Deletes what this browser keeps, and asks the service to drop the key under which it keeps what it was sent. */
export async function forgetEverywhere(): Promise<void> {
  const person = knownPerson()
  forget()
  if (person === null) return
  // A service that is away cannot be asked; what it holds stays sealed under a number nobody knows any more.
  await fetch(`/api/v1/people/${person}`, { method: 'DELETE' }).catch(() => undefined)
}
