import type { Person, Vault } from '../../spec/ports.ts'
import { codeOf, type Runner } from '../runner.ts'

/** A vault to check. */
export interface VaultSubject {
  readonly name: string
  /** Makes an empty store; the function it answers opens that store, again after each `close`. */
  store(): Promise<() => Promise<Vault>>
  /** Why the store is gone after `close`, where it is: what survives is not checked then, for this reason. */
  readonly forgets?: string
}

/** What every vault must do. */
export function vaultSuite({ describe, it, expect }: Runner, subject: VaultSubject): void {
  const check = (name: string, use: (vault: Vault) => Promise<void>) =>
    it(name, async () => {
      const vault = await (await subject.store())()
      try {
        await use(vault)
      } finally {
        await vault.close()
      }
    })

  describe(`vault: ${subject.name}`, () => {
    check('makes a person at first sight and knows them from then on', async (vault) => {
      expect(await vault.known('p-17')).toBe(undefined)
      const person = await vault.person('p-17')
      expect(person.pseudonym.length >= 16).toBe(true)
      expect((await vault.person('p-17')).pseudonym).toBe(person.pseudonym)
      expect((await vault.known('p-17'))?.pseudonym).toBe(person.pseudonym)
    })

    check('makes one person when many ask at once', async (vault) => {
      const people = await Promise.all(Array.from({ length: 200 }, (_, i) => vault.person(`p-${i % 20}`)))
      expect(new Set(people.map(({ pseudonym }) => pseudonym)).size).toBe(20)
      expect(people[23]?.pseudonym).toBe(people[3]?.pseudonym)
    })

    check('does not show the subject in the pseudonym', async (vault) => {
      const { pseudonym } = await vault.person('abc')
      expect(/^[\w-]+$/.test(pseudonym)).toBe(true)
      expect(pseudonym.includes('abc') && pseudonym.length < 16).toBe(false)
    })

    check('opens what it sealed', async (vault) => {
      const person = await vault.person('p-17')
      for (const text of ['', 'plain', 'ключ 🔑\n"\u0000', 'x'.repeat(100_000)]) {
        const sealed = person.seal(text)
        expect(/^[A-Za-z0-9+/]+=*$/.test(sealed)).toBe(true)
        expect(text.length > 4 && sealed.includes(text)).toBe(false)
        expect(await vault.open(person.pseudonym, sealed)).toBe(text)
      }
      const known = await vault.known('p-17')
      expect(await vault.open(person.pseudonym, known?.seal('later') ?? '')).toBe('later')
    })

    check('seals the same text differently every time', async (vault) => {
      const person = await vault.person('p-17')
      const sealed = Array.from({ length: 100 }, () => person.seal('same'))
      expect(new Set(sealed).size).toBe(100)
    })

    check('refuses what was altered, cut, or sealed for another', async (vault) => {
      const [one, other] = [await vault.person('one'), await vault.person('other')]
      const sealed = one.seal('a text that nobody else may read')
      const altered = [
        flipped(sealed, 3),
        flipped(sealed, sealed.length >> 1),
        flipped(sealed, sealed.length - 5),
      ]
      for (const bad of [...altered, sealed.slice(0, -8), sealed.slice(0, 4), '', other.seal('x')])
        expect(await codeOf(vault.open(one.pseudonym, bad))).toBe('vault-unavailable')
      expect(await codeOf(vault.open(other.pseudonym, sealed))).toBe('vault-unavailable')
      expect(await vault.open('nobody-has-this-name', sealed)).toBe(undefined)
    })

    check('cannot open anything of a person it erased, and leaves others alone', async (vault) => {
      const [one, other] = [await vault.person('one'), await vault.person('other')]
      const sealed = [one.seal('first'), other.seal('second')] as const
      expect(await vault.erase('one')).toBe(one.pseudonym)
      expect(await vault.known('one')).toBe(undefined)
      expect(await vault.open(one.pseudonym, sealed[0])).toBe(undefined)
      expect(await vault.open(one.pseudonym, one.seal('sealed after erasing'))).toBe(undefined)
      expect(await vault.open(other.pseudonym, sealed[1])).toBe('second')
      expect(await vault.erase('one')).toBe(undefined)
      expect(await vault.erase('never seen')).toBe(undefined)
    })

    check('makes a new person for a subject that comes back after erasing', async (vault) => {
      const before = await vault.person('p-17')
      const sealed = before.seal('before')
      const erased = vault.erase('p-17')
      const during = vault.person('p-17')
      expect(await erased).toBe(before.pseudonym)
      const after = await vault.person('p-17')
      expect(after.pseudonym === before.pseudonym).toBe(false)
      expect((await during).pseudonym).toBe(after.pseudonym)
      expect(await vault.open(before.pseudonym, sealed)).toBe(undefined)
      expect(await vault.open(after.pseudonym, after.seal('after'))).toBe('after')
    })

    check('has one secret of 16 bytes, unlike that of another vault', async (vault) => {
      const secret = await vault.secret()
      expect(secret.length).toBe(16)
      const copy = [...secret]
      secret.fill(0)
      expect([...(await vault.secret())]).toEqual(copy)
      const other = await (await subject.store())()
      expect([...(await other.secret())].join() === copy.join()).toBe(false)
      await other.close()
    })

    it('refuses everything once closed', async () => {
      const vault = await (await subject.store())()
      await vault.person('p-17')
      await vault.close()
      await vault.close()
      expect(await codeOf((async () => vault.person('p-17'))())).toBe('vault-unavailable')
      expect(await codeOf(vault.known('p-17'))).toBe('vault-unavailable')
      expect(await codeOf(vault.open('x', 'x'))).toBe('vault-unavailable')
      expect(await codeOf(vault.erase('p-17'))).toBe('vault-unavailable')
      expect(await codeOf(vault.secret())).toBe('vault-unavailable')
    })

    it('knows people, what was sealed for them and the secret when opened again', async (context) => {
      if (subject.forgets !== undefined) return context.skip(subject.forgets)
      const open = await subject.store()
      const vault = await open()
      const people = Promise.all(['a', 'b', 'c'].map(async (name) => vault.person(name)))
      const secret = await vault.secret()
      await vault.erase('b')
      await vault.close()
      const [a, b] = (await people) as [Person, Person, Person]
      const again = await open()
      expect((await again.known('a'))?.pseudonym).toBe(a.pseudonym)
      expect(await again.known('b')).toBe(undefined)
      expect(await again.open(a.pseudonym, a.seal('kept'))).toBe('kept')
      expect(await again.open(b.pseudonym, b.seal('lost'))).toBe(undefined)
      expect([...(await again.secret())]).toEqual([...secret])
      await again.close()
    })
  })
}

function flipped(sealed: string, at: number): string {
  return sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1)
}
