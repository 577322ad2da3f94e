import { hex } from '../memory/hex.ts'
import { randomBytes } from '../memory/random.ts'
import type { Person, Random, Vault } from '../spec/ports.ts'

/**
 * The vault of a simulated world. Nobody in it is real, so nothing is sealed: what would be is kept as it is, and memory
 * grows with the number of people only.
 */
export function plainVault(random: Random): Vault {
  const subjects = new Map<string, Person>()
  const pseudonyms = new Set<string>()
  const secret = randomBytes(random, 16)
  return {
    person(subject) {
      const known = subjects.get(subject)
      if (known !== undefined) return known
      const person: Person = { pseudonym: hex(randomBytes(random, 16)), seal: (text) => text }
      subjects.set(subject, person)
      pseudonyms.add(person.pseudonym)
      return person
    },
    known: async (subject) => subjects.get(subject),
    open: async (pseudonym, sealed) => (pseudonyms.has(pseudonym) ? sealed : undefined),
    async erase(subject) {
      const person = subjects.get(subject)
      if (person === undefined) return undefined
      subjects.delete(subject)
      pseudonyms.delete(person.pseudonym)
      return person.pseudonym
    },
    secret: async () => secret,
    close: async () => undefined,
  }
}
