import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { registrySuite } from 'holon/testing'
import { afterAll, describe, expect, it } from 'vitest'
import { sqliteRegistry } from './registry.ts'

const folder = await mkdtemp(join(tmpdir(), 'holon-registry-'))
afterAll(() => rm(folder, { recursive: true }))
let files = 0
const fresh = () => join(folder, `${++files}`, 'registry.db')

registrySuite(
  { describe, it, expect },
  {
    name: 'SQLite',
    store: async () => {
      const file = fresh()
      return () => sqliteRegistry({ file })
    },
  },
)

it('lets one of two processes win that write the same version of a document', async () => {
  const file = fresh()
  const [one, other] = await Promise.all([sqliteRegistry({ file }), sqliteRegistry({ file })])
  await one.write([{ do: 'put', collection: 'flights', key: 'a', value: 0 }])
  const results = await Promise.allSettled(
    [one, other].map((registry, value) =>
      registry.write([{ do: 'put', collection: 'flights', key: 'a', value, version: 1 }]),
    ),
  )
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((await other.get('flights', 'a'))?.version).toBe(2)
  await Promise.all([one.close(), other.close()])
})

it('says what is wrong with a file that is no registry, and leaves it alone', async () => {
  const file = join(folder, 'notes.txt')
  const text = 'Not a database, but long enough to be mistaken for one. '.repeat(20)
  await writeFile(file, text)
  await expect(sqliteRegistry({ file })).rejects.toMatchObject({
    code: 'registry-unavailable',
    message: expect.stringContaining(file),
  })
  expect(await readFile(file, 'utf8')).toBe(text)
})

it('names the document, the version expected and the version found when they do not fit', async () => {
  const registry = await sqliteRegistry({ file: fresh() })
  const write = registry.write([{ do: 'put', collection: 'flights', key: 'a', value: 1, version: 4 }])
  await expect(write).rejects.toMatchObject({
    details: { collection: 'flights', key: 'a', expected: 4, found: 0 },
  })
  await registry.close()
})

it('stores a buffer of a pool and leaves the pool usable', async () => {
  const registry = await sqliteRegistry({ file: fresh() })
  const pooled = Buffer.from('a small buffer shares its memory with others')
  const sha256 = await registry.putArtefact(pooled)
  expect(pooled.toString()).toBe('a small buffer shares its memory with others')
  expect(Buffer.from((await registry.getArtefact(sha256)) ?? []).equals(pooled)).toBe(true)
  await registry.close()
})
