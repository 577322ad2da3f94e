import type { Registry } from '../../spec/ports.ts'
import { codeOf, type Runner } from '../runner.ts'

/** A registry to check. */
export interface RegistrySubject {
  readonly name: string
  /** Makes an empty store; the function it answers opens that store, again after each `close`. */
  store(): Promise<() => Promise<Registry>>
  /** Why the store is gone after `close`, where it is: what survives is not checked then, for this reason. */
  readonly forgets?: string
}

/** What every registry must do. */
export function registrySuite({ describe, it, expect }: Runner, subject: RegistrySubject): void {
  const check = (name: string, use: (registry: Registry) => Promise<void>) =>
    it(name, async () => {
      const registry = await (await subject.store())()
      try {
        await use(registry)
      } finally {
        await registry.close()
      }
    })
  const put = (key: string, value: number, version?: number) => ({
    do: 'put' as const,
    collection: 'flights',
    key,
    value,
    ...(version === undefined ? {} : { version }),
  })
  const remove = (key: string, version?: number) => ({
    do: 'delete' as const,
    collection: 'flights',
    key,
    ...(version === undefined ? {} : { version }),
  })

  describe(`registry: ${subject.name}`, () => {
    check('is empty at first', async (registry) => {
      expect(await registry.get('flights', 'a')).toBe(undefined)
      expect(await registry.list('flights')).toEqual([])
      expect(await registry.getArtefact('0'.repeat(64))).toBe(undefined)
    })

    check('counts the version of a document from 1', async (registry) => {
      await registry.write([put('a', 10)])
      expect(await registry.get('flights', 'a')).toEqual({ key: 'a', version: 1, value: 10 })
      await registry.write([put('a', 11)])
      await registry.write([put('a', 12, 2)])
      expect(await registry.get('flights', 'a')).toEqual({ key: 'a', version: 3, value: 12 })
    })

    check('starts a deleted document again from 1', async (registry) => {
      await registry.write([put('a', 1)])
      await registry.write([remove('a', 1), remove('never there')])
      expect(await registry.get('flights', 'a')).toBe(undefined)
      await registry.write([put('a', 2, 0)])
      expect(await registry.get('flights', 'a')).toEqual({ key: 'a', version: 1, value: 2 })
    })

    check('refuses a write whose version does not fit', async (registry) => {
      await registry.write([put('a', 1)])
      for (const change of [put('a', 2, 0), put('a', 2, 2), put('b', 2, 1), remove('a', 2), remove('b', 1)])
        expect(await codeOf(registry.write([change]))).toBe('registry-conflict')
      expect(await registry.list('flights')).toEqual([{ key: 'a', version: 1, value: 1 }])
    })

    check('applies all changes or none', async (registry) => {
      await registry.write([put('a', 1), put('b', 1)])
      const bad = [put('a', 2), remove('b'), put('c', 2), put('a', 3, 1)]
      expect(await codeOf(registry.write(bad))).toBe('registry-conflict')
      expect(await registry.list('flights')).toEqual([
        { key: 'a', version: 1, value: 1 },
        { key: 'b', version: 1, value: 1 },
      ])
      await registry.write([put('a', 2, 1), put('a', 3, 2), remove('b'), put('b', 9, 0)])
      expect(await registry.list('flights')).toEqual([
        { key: 'a', version: 3, value: 3 },
        { key: 'b', version: 1, value: 9 },
      ])
    })

    check('lets one of several writers of the same version win', async (registry) => {
      await registry.write([put('a', 0)])
      const codes = await Promise.all(
        [1, 2, 3, 4].map((value) => codeOf(registry.write([put('a', value, 1)]))),
      )
      expect(codes).toEqual([undefined, 'registry-conflict', 'registry-conflict', 'registry-conflict'])
      expect(await registry.get('flights', 'a')).toEqual({ key: 'a', version: 2, value: 1 })
    })

    check('lists a collection by key and keeps collections apart', async (registry) => {
      const keys = ['b', 'a', 'C', 'é', 'a/b', '']
      await registry.write(keys.map((key, value) => put(key, value)))
      await registry.write([{ do: 'put', collection: 'flight', key: 's/a', value: 'other' }])
      expect((await registry.list('flights')).map(({ key }) => key)).toEqual(['', 'C', 'a', 'a/b', 'b', 'é'])
      expect(await registry.list('flight')).toEqual([{ key: 's/a', version: 1, value: 'other' }])
    })

    check('gives back any value as it was when written', async (registry) => {
      const value = { text: 'ключ 🔑\n"\u0000', numbers: [0.1 + 0.2, 1e300], list: [{}, [], null, false] }
      const mine = structuredClone(value)
      const written = registry.write([{ do: 'put', collection: 'odd', key: '🔑\u0001', value: mine }])
      mine.numbers.push(1)
      await written
      const found = await registry.get('odd', '🔑\u0001')
      expect(found?.value).toEqual(value)
      const again = (await registry.list('odd'))[0]
      expect(again).toEqual(found)
      expect(again?.value === found?.value).toBe(false)
    })

    check('calls back for every changed key of a watched collection, once durable', async (registry) => {
      const seen: string[] = []
      const others: string[] = []
      const stop = registry.watch('flights', (key) => seen.push(key))
      registry.watch('models', (key) => others.push(key))
      await registry.write([put('a', 1), put('b', 1)])
      expect([...seen].sort()).toEqual(['a', 'b'])
      await registry.write([remove('a')])
      await codeOf(registry.write([put('c', 1), put('b', 1, 7)]))
      expect(seen.slice(2)).toEqual(['a'])
      stop()
      await registry.write([put('b', 2)])
      expect(seen.length).toBe(3)
      expect(others).toEqual([])
    })

    check('lets a watcher read what it was called for', async (registry) => {
      const read = new Promise((resolve) =>
        registry.watch('flights', (key) => resolve(registry.get('flights', key))),
      )
      await registry.write([put('a', 5)])
      expect(await read).toEqual({ key: 'a', version: 1, value: 5 })
    })

    check('keeps artefacts under the SHA-256 of their bytes', async (registry) => {
      const bytes = new TextEncoder().encode('abc')
      const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
      const stored = registry.putArtefact(bytes)
      bytes.fill(0)
      expect(await stored).toBe(abc)
      expect(await registry.putArtefact(new TextEncoder().encode('abc'))).toBe(abc)
      expect([...((await registry.getArtefact(abc)) ?? [])]).toEqual([97, 98, 99])
      const empty = await registry.putArtefact(new Uint8Array())
      expect((await registry.getArtefact(empty))?.length).toBe(0)
    })

    check('stores the view of a larger buffer, and a large artefact', async (registry) => {
      const large = Uint8Array.from({ length: 5_000_000 }, (_, i) => (i * 31) % 251)
      const view = large.subarray(1000, 4_000_000)
      const found = await registry.getArtefact(await registry.putArtefact(view))
      expect(found?.length).toBe(view.length)
      expect(found?.every((byte, i) => byte === view[i])).toBe(true)
      expect(large.length).toBe(5_000_000)
    })

    it('refuses everything once closed', async () => {
      const registry = await (await subject.store())()
      await registry.close()
      await registry.close()
      expect(await codeOf(registry.get('flights', 'a'))).toBe('registry-unavailable')
      expect(await codeOf(registry.list('flights'))).toBe('registry-unavailable')
      expect(await codeOf(registry.write([put('a', 1)]))).toBe('registry-unavailable')
      expect(await codeOf(registry.putArtefact(new Uint8Array(1)))).toBe('registry-unavailable')
      expect(await codeOf(registry.getArtefact('0'.repeat(64)))).toBe('registry-unavailable')
    })

    it('has everything when opened again', async (context) => {
      if (subject.forgets !== undefined) return context.skip(subject.forgets)
      const open = await subject.store()
      const registry = await open()
      const written = registry.write([put('a', 1), put('b', 2)])
      const sha256 = registry.putArtefact(new Uint8Array([1, 2, 3]))
      await registry.close()
      await written
      const again = await open()
      expect((await again.list('flights')).map(({ value }) => value)).toEqual([1, 2])
      expect([...((await again.getArtefact(await sha256)) ?? [])]).toEqual([1, 2, 3])
      await again.close()
    })
  })
}
