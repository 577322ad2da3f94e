import { mkdir, mkdtemp, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import type { MeasureQuery, Stored } from 'holon'
import { backEntry, decisionEntry, warehouseSuite } from 'holon/testing'
import { afterAll, describe, expect, it, test } from 'vitest'
import type { Notice } from './file.ts'
import { duckdbWarehouse } from './warehouse.ts'

const folder = await mkdtemp(join(tmpdir(), 'holon-warehouse-'))
afterAll(() => rm(folder, { recursive: true }))
let files = 0
const fresh = () => join(folder, `${++files}`, 'warehouse.duckdb')

warehouseSuite(
  { describe, it, expect, afterAll },
  {
    name: 'DuckDB',
    store: async () => {
      const file = fresh()
      return () => duckdbWarehouse({ file })
    },
  },
)

/** Decisions that take a hundred and more blocks on disk. */
const many = (count: number): readonly Stored[] =>
  Array.from({ length: count }, (_, i) => ({
    position: i + 1,
    entry: decisionEntry({ id: `d${i}`, context: { note: `${i} `.repeat(40) } }),
  }))

const counting: MeasureQuery = {
  system: 'tax-filing',
  measure: { op: 'count', decision: 'audit-risk-meter', per: 'decision' },
  feedback: [],
  now: 0,
}
const readingContext: MeasureQuery = {
  ...counting,
  measure: {
    op: 'rate',
    of: { op: 'known', of: { op: 'context', path: ['note'] } },
    decision: 'audit-risk-meter',
    per: 'decision',
  },
}

/** Opens with the notices it gives. */
async function opened(file: string) {
  const notices: Notice[] = []
  const warehouse = await duckdbWarehouse({ file, onNotice: (notice) => notices.push(notice) })
  return { warehouse, notices }
}

async function filled(file: string, entries: readonly Stored[]): Promise<void> {
  const warehouse = await duckdbWarehouse({ file })
  await warehouse.project(entries)
  await warehouse.close()
}

async function overwrite(file: string, place: number): Promise<void> {
  const handle = await open(file, 'r+')
  await handle.write(Buffer.alloc(64, 0xa5), 0, 64, place)
  await handle.close()
}

describe('a file that cannot be used', () => {
  const spoilt: readonly (readonly [string, (file: string) => Promise<void>])[] = [
    ['that is no database', (file) => writeFile(file, 'Not a database. '.repeat(1000))],
    ['that is empty', (file) => writeFile(file, '')],
    ['of another program', (file) => writeFile(file, `SQLite format 3\0${'\0'.repeat(4080)}`)],
    [
      'that is another database',
      async (file) => {
        const instance = await DuckDBInstance.create(file)
        const connection = await instance.connect()
        await connection.run('CREATE TABLE mine (a INTEGER)')
        connection.closeSync()
        instance.closeSync()
      },
    ],
    [
      'with a damaged head',
      async (file) => {
        await filled(file, many(10))
        for (const place of [100, 4100, 8200]) await overwrite(file, place)
      },
    ],
  ]
  test.each(spoilt)('is set aside: one %s', async (_, spoil) => {
    const file = fresh()
    await mkdir(dirname(file), { recursive: true })
    await spoil(file)
    const before = await readFile(file)
    const { warehouse, notices } = await opened(file)
    expect(notices).toMatchObject([{ problem: 'damaged', movedTo: `${file}.damaged-1`, rebuilt: true }])
    expect(before.equals(await readFile(`${file}.damaged-1`))).toBe(true)
    expect(await warehouse.position()).toBe(0)
    await warehouse.project(many(3))
    expect(await warehouse.answer(counting)).toEqual([{ slice: null, statistics: { kind: 'count', n: 3 } }])
    await warehouse.close()
  })

  test('takes the next free name', async () => {
    const file = fresh()
    await filled(file, [])
    for (const number of [1, 2]) {
      await writeFile(file, 'x')
      const { warehouse, notices } = await opened(file)
      expect(notices[0]?.movedTo).toBe(`${file}.damaged-${number}`)
      await warehouse.close()
    }
  })

  test('of another version is set aside as outdated', async () => {
    const file = fresh()
    await filled(file, many(3))
    const instance = await DuckDBInstance.create(file)
    const connection = await instance.connect()
    await connection.run('UPDATE holon_warehouse SET version = 99')
    connection.closeSync()
    instance.closeSync()
    const { warehouse, notices } = await opened(file)
    expect(notices).toMatchObject([{ problem: 'outdated', movedTo: `${file}.outdated-1` }])
    expect(await warehouse.position()).toBe(0)
    await warehouse.close()
  })

  test('that was made and not filled is filled', async () => {
    const file = fresh()
    await mkdir(dirname(file), { recursive: true })
    const instance = await DuckDBInstance.create(file)
    instance.closeSync()
    const { warehouse, notices } = await opened(file)
    expect(notices).toEqual([])
    expect(await warehouse.position()).toBe(0)
    await warehouse.close()
  })

  test('is replaced when the damage shows later, and no gap comes about', async () => {
    const file = fresh()
    const entries = many(20_000)
    await filled(file, entries)
    const { size } = await stat(file)
    for (let place = 20_000; place < size - 20_000; place += 50_000) await overwrite(file, place)
    const { warehouse, notices } = await opened(file)
    expect(await warehouse.position()).toBe(entries.length)
    const next = [{ position: entries.length + 1, entry: decisionEntry() }]
    await expect(warehouse.answer(readingContext)).rejects.toMatchObject({ code: 'warehouse-unavailable' })
    expect(notices).toMatchObject([{ problem: 'damaged' }])
    await expect(warehouse.project(next)).rejects.toMatchObject({ code: 'warehouse-unavailable' })
    expect(await warehouse.position()).toBe(0)
    await warehouse.project([...entries, ...next])
    expect(await warehouse.answer(counting)).toEqual([
      { slice: null, statistics: { kind: 'count', n: entries.length + 1 } },
    ])
    await warehouse.close()
    expect(await readdir(dirname(file))).toEqual(['warehouse.duckdb', 'warehouse.duckdb.damaged-1'])
  })
})

describe('a file that may not be used', () => {
  test('because it is open here is refused, and can be opened after close', async () => {
    const file = fresh()
    const first = await duckdbWarehouse({ file })
    await expect(duckdbWarehouse({ file })).rejects.toMatchObject({ code: 'warehouse-unavailable' })
    await first.close()
    await (await duckdbWarehouse({ file })).close()
  })

  test('because it is a folder is refused and left alone', async () => {
    await expect(duckdbWarehouse({ file: folder })).rejects.toMatchObject({
      code: 'warehouse-unavailable',
      message: expect.stringContaining('not a file'),
    })
  })

  test('because a file stands where its folder should be is refused', async () => {
    const file = fresh()
    await filled(file, [])
    await expect(duckdbWarehouse({ file: join(file, 'warehouse.duckdb') })).rejects.toMatchObject({
      code: 'warehouse-unavailable',
    })
  })
})

test('answers while it projects', async () => {
  const warehouse = await duckdbWarehouse({ file: fresh() })
  const projecting = warehouse.project(many(6000))
  const seen = new Set<unknown>()
  for (let i = 0; i < 20; i++) seen.add(JSON.stringify(await warehouse.answer(counting)))
  await projecting
  for (const one of seen) expect(one).toMatch(/"n":(0|6000)}/)
  await warehouse.close()
})

test('stores what was sealed or private nowhere', async () => {
  const file = fresh()
  const secret = 'c2VhbGVkLWZvci1vbmUtcGVyc29u'
  await filled(file, [
    { position: 1, entry: decisionEntry({ id: 'd', sealed: secret }) },
    { position: 2, entry: backEntry('d', { name: 'comment', sealed: secret, person: 'p' }) },
  ])
  expect((await readFile(file)).includes(secret)).toBe(false)
})
