import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { vaultSuite } from 'holon/testing'
import { afterAll, describe, expect, it } from 'vitest'
import { sqliteVault } from './vault.ts'

const folder = await mkdtemp(join(tmpdir(), 'holon-vault-'))
afterAll(() => rm(folder, { recursive: true }))
let files = 0
const fresh = () => join(folder, `${++files}`, 'vault.db')

vaultSuite(
  { describe, it, expect },
  {
    name: 'SQLite',
    store: async () => {
      const file = fresh()
      return () => sqliteVault({ file })
    },
  },
)

/** All bytes of the vault's files. */
async function bytesOf(file: string): Promise<Buffer> {
  const names = await readdir(dirname(file))
  return Buffer.concat(await Promise.all(names.map((name) => readFile(join(dirname(file), name)))))
}

/** The key of a pseudonym, read past the vault. */
function keyOf(file: string, pseudonym: string): Buffer {
  const database = new DatabaseSync(file, { readOnly: true })
  const row = database.prepare('SELECT key FROM person WHERE pseudonym = ?').get(pseudonym)
  database.close()
  return Buffer.from(row?.key as Uint8Array)
}

it('leaves no byte of key or pseudonym in its files after erasing', async () => {
  const file = fresh()
  const vault = await sqliteVault({ file })
  const subjects = Array.from({ length: 2000 }, (_, i) => `p-${i}`)
  const people: string[] = []
  for (let i = 0; i < subjects.length; i += 50) {
    const some = await Promise.all(subjects.slice(i, i + 50).map((subject) => vault.person(subject)))
    people.push(...some.map(({ pseudonym }) => pseudonym))
  }
  for (let i = 0; i < subjects.length; i += 100) {
    const pseudonym = people[i] ?? ''
    const key = keyOf(file, pseudonym)
    const before = await bytesOf(file)
    expect([before.includes(key), before.includes(pseudonym)]).toEqual([true, true])
    expect(await vault.erase(subjects[i] ?? '')).toBe(pseudonym)
    const after = await bytesOf(file)
    expect([after.includes(key), after.includes(pseudonym)]).toEqual([false, false])
  }
  expect((await vault.known('p-1'))?.pseudonym).toBe(people[1])
  await vault.close()
})

it('removes copies of a key that another program has left in the file', async () => {
  const file = fresh()
  const vault = await sqliteVault({ file })
  const { pseudonym } = await vault.person('p-17')
  const key = keyOf(file, pseudonym)
  const other = new DatabaseSync(file)
  other.exec('CREATE TABLE copy AS SELECT key FROM person; DROP TABLE copy')
  other.close()
  await vault.erase('p-17')
  expect((await bytesOf(file)).includes(key)).toBe(false)
  await vault.close()
})

it('lists nobody, and may be read by its owner only', async () => {
  const file = fresh()
  const vault = await sqliteVault({ file })
  await vault.person('a.subject@example.org')
  expect((await bytesOf(file)).includes('a.subject')).toBe(false)
  for (const name of await readdir(dirname(file)))
    expect((await stat(join(dirname(file), name))).mode & 0o077, name).toBe(0)
  await vault.close()
})

it('answers at once for people seen lately, and does not remember more than it may', async () => {
  const vault = await sqliteVault({ file: fresh(), remembered: 2 })
  for (const subject of ['a', 'b', 'c']) await vault.person(subject)
  expect(vault.person('c')).not.toBeInstanceOf(Promise)
  expect(vault.person('b')).not.toBeInstanceOf(Promise)
  expect(vault.person('a')).toBeInstanceOf(Promise)
  await vault.close()
})

it('remembers one person where it is to remember nobody', async () => {
  const vault = await sqliteVault({ file: fresh(), remembered: 0 })
  const { pseudonym } = await vault.person('a')
  await vault.person('b')
  expect((await vault.person('a')).pseudonym).toBe(pseudonym)
  await vault.close()
})

it('hears within a second that another process has erased someone', async () => {
  const file = fresh()
  const [one, other] = await Promise.all([sqliteVault({ file }), sqliteVault({ file })])
  const before = await one.person('p-17')
  expect((await other.person('p-17')).pseudonym).toBe(before.pseudonym)
  await other.erase('p-17')
  await new Promise((resolve) => setTimeout(resolve, 1100))
  const after = await one.person('p-17')
  expect(after.pseudonym).not.toBe(before.pseudonym)
  expect(await one.open(before.pseudonym, before.seal('x'))).toBe(undefined)
  await Promise.all([one.close(), other.close()])
})

it('removes the traces later when another process was reading the file meanwhile', async () => {
  const file = fresh()
  const vault = await sqliteVault({ file })
  const { pseudonym } = await vault.person('p-17')
  const key = keyOf(file, pseudonym)
  const reader = new DatabaseSync(file, { readOnly: true })
  reader.exec('BEGIN; SELECT * FROM person')
  await expect(vault.erase('p-17')).rejects.toMatchObject({
    code: 'vault-unavailable',
    fix: expect.stringMatching(/once more/),
  })
  expect((await bytesOf(file)).includes(key)).toBe(true)
  reader.close()
  expect(await vault.known('p-17')).toBe(undefined)
  await vault.erase('p-17')
  const files = await bytesOf(file)
  expect([files.includes(key), files.includes(pseudonym)]).toEqual([false, false])
  await vault.close()
})
