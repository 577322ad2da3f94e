import { SqliteError, scriptBeside, Thread } from '@holon/sqlite'
import { HolonError, type Vault } from 'holon'
import QuickLRU from 'quick-lru'
import { Batch } from './batch.ts'
import type { Found, KeyedRow } from './found.ts'
import { KeyedPerson } from './sealing.ts'

/** Where the vault is kept. */
export interface SqliteVaultOptions {
  /** Made readable for this user only. Keep it apart from log and registry, and out of their backups. */
  readonly file: string
  /** How many people's keys stay in memory, of those seen last: one at least, and up to twice as many. 10,000 when left out. */
  readonly remembered?: number
}

/** For how long a key in memory is used without asking whether another process has erased someone, in milliseconds. */
const trusted = 1000

/**
 * The vault in a SQLite file, held by a thread of its own. A person is a random pseudonym and a random key; the subject is
 * kept as a keyed hash only. Texts are sealed with AES-256-GCM. After `erase` neither key nor pseudonym can be found in any
 * byte of the vault's files. Several processes may use one file: an erasure in one reaches the others within a second.
 *
 * `person` answers at once for people seen lately. New ones are on disk before it resolves, many of them in one commit.
 *
 * @throws HolonError `vault-unavailable` when the file cannot be opened: damaged, not a vault, or no room
 *
 * @example
 * ```ts
 * const vault = await sqliteVault({ file: '.holon/vault.db' })
 * const person = await vault.person('p-17')
 * const sealed = person.seal('{"income":51200}')
 * await vault.open(person.pseudonym, sealed) // '{"income":51200}'
 * ```
 */
export async function sqliteVault({ file, remembered = 10_000 }: SqliteVaultOptions): Promise<Vault> {
  const thread = new Thread(scriptBeside(import.meta.url, 'vault.thread'), { file })
  const maxSize = Math.max(1, remembered)
  const bySubject = new QuickLRU<string, KeyedPerson>({ maxSize })
  const byPseudonym = new QuickLRU<string, KeyedPerson>({ maxSize })
  let erasedSoFar = 0
  let heardAt = Number.NEGATIVE_INFINITY
  let isClosed = false
  await asked(thread.start())
  const secret = await asked(thread.ask<Uint8Array>('secret'))

  function forget(): void {
    bySubject.clear()
    byPseudonym.clear()
  }

  /** Asks the file; whoever was erased meanwhile, here or by another process, is forgotten. */
  async function ask<T>(name: string, input: unknown): Promise<T> {
    const { value, erased } = await asked(thread.ask<Found<T>>(name, input))
    if (erased !== erasedSoFar) forget()
    erasedSoFar = erased
    heardAt = performance.now()
    return value
  }

  function remember(row: KeyedRow, subject?: string): KeyedPerson {
    const person = new KeyedPerson(row)
    if (subject !== undefined) bySubject.set(subject, person)
    byPseudonym.set(row.pseudonym, person)
    return person
  }

  const isTrusted = () => performance.now() - heardAt < trusted
  const lookups = new Batch<string, KeyedPerson>(async (subjects) => {
    const rows = await ask<readonly KeyedRow[]>('people', subjects)
    return rows.map((row, i) => remember(row, subjects[i]))
  })

  function check(): void {
    if (isClosed) throw new HolonError('vault-unavailable', `The vault ${file} is closed.`, 'Open it again.')
  }

  return {
    person(subject) {
      check()
      return (isTrusted() ? bySubject.get(subject) : undefined) ?? lookups.ask(subject)
    },
    async known(subject) {
      check()
      lookups.flush()
      const row = await ask<KeyedRow | undefined>('known', subject)
      return row === undefined ? undefined : remember(row, subject)
    },
    async open(pseudonym, sealed) {
      check()
      const remembered = isTrusted() ? byPseudonym.get(pseudonym) : undefined
      const row = remembered === undefined ? await ask<KeyedRow | undefined>('holder', pseudonym) : undefined
      const person = remembered ?? (row === undefined ? undefined : remember(row))
      return person === undefined ? undefined : opened(person, sealed)
    },
    async erase(subject) {
      check()
      // From here on the file is asked, which answers in order.
      lookups.flush()
      forget()
      return ask<string | undefined>('erase', subject)
    },
    async secret() {
      check()
      return secret.slice()
    },
    async close() {
      isClosed = true
      lookups.flush()
      forget()
      await asked(thread.close())
    },
  }
}

function opened(person: KeyedPerson, sealed: string): string {
  try {
    return person.open(sealed)
  } catch (cause) {
    throw new HolonError(
      'vault-unavailable',
      `What was sealed for ${person.pseudonym} was altered, or sealed for someone else.`,
      'Read it again from an intact copy of the log.',
      { cause },
    )
  }
}

async function asked<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (cause) {
    if (cause instanceof SqliteError)
      throw new HolonError('vault-unavailable', cause.message, cause.fix, { cause })
    throw cause
  }
}
