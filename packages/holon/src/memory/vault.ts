import { HolonError } from '../spec/error.ts'
import type { Person, Random, Vault } from '../spec/ports.ts'
import { hex } from './hex.ts'
import { randomBytes, systemRandom } from './random.ts'

/** A person and the texts sealed for them, by the token that stands for each. */
interface Kept extends Person {
  readonly texts: Map<string, string>
}

/**
 * The vault in memory: for tests, simulations and pages. Nothing is encrypted, as nothing leaves the process: sealing
 * puts the text aside and answers a random token for it; erasing drops the texts. Tokens, pseudonyms and the secret are
 * drawn from `random`, so a seeded one makes them the same in every run.
 */
export function memoryVault(random: Random = systemRandom()): Vault {
  const subjects = new Map<string, Kept>()
  const pseudonyms = new Map<string, Kept>()
  const secret = randomBytes(random, 16)
  let closed = false

  function make(): Kept {
    const texts = new Map<string, string>()
    return {
      pseudonym: hex(randomBytes(random, 16)),
      texts,
      seal(text) {
        const sealed = btoa(String.fromCharCode(...randomBytes(random, 18)))
        texts.set(sealed, text)
        return sealed
      },
    }
  }

  function check(): void {
    if (closed) throw new HolonError('vault-unavailable', 'The vault is closed.', 'Open it again.')
  }

  return {
    person(subject) {
      check()
      const known = subjects.get(subject)
      if (known !== undefined) return known
      const person = make()
      subjects.set(subject, person)
      pseudonyms.set(person.pseudonym, person)
      return person
    },
    async known(subject) {
      check()
      return subjects.get(subject)
    },
    async open(pseudonym, sealed) {
      check()
      const person = pseudonyms.get(pseudonym)
      if (person === undefined) return undefined
      const text = person.texts.get(sealed)
      if (text === undefined)
        throw new HolonError(
          'vault-unavailable',
          `What was sealed for ${pseudonym} was altered, or sealed for someone else.`,
          'Read it again from an intact copy of the log.',
        )
      return text
    },
    async erase(subject) {
      check()
      const person = subjects.get(subject)
      if (person === undefined) return undefined
      subjects.delete(subject)
      pseudonyms.delete(person.pseudonym)
      person.texts.clear()
      return person.pseudonym
    },
    async secret() {
      check()
      return secret.slice()
    },
    async close() {
      closed = true
    },
  }
}
