import { cp, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { decisionEntry, decisionId, decisionLogSuite, eventEntry } from 'holon/testing'
import { afterAll, describe, expect, it } from 'vitest'
import { sqliteLog } from './log.ts'

const folder = await mkdtemp(join(tmpdir(), 'holon-log-'))
afterAll(() => rm(folder, { recursive: true }))
let files = 0
const fresh = () => join(folder, `${++files}`, 'log.db')

decisionLogSuite(
  { describe, it, expect },
  {
    name: 'SQLite',
    store: async () => {
      const file = fresh()
      return () => sqliteLog({ file })
    },
  },
)

const decisions = (count: number, from = 0) =>
  Array.from({ length: count }, (_, i) => {
    const at = Date.UTC(2025, 0, 1) + from + i
    return { entry: decisionEntry({ id: decisionId(at, from + i), at }) }
  })

describe('a log without room', () => {
  it('refuses the whole group, keeps nothing of it, and goes on once there is room', async () => {
    const file = fresh()
    const log = await sqliteLog({ file, maxBytes: 1_000_000 })
    const kept = await log.append(decisions(100))
    const large = { entry: eventEntry({ details: { text: 'x'.repeat(2_000_000) } }), once: 'large' }
    const [small, refused] = await Promise.allSettled([log.append(decisions(1, 100)), log.append([large])])
    for (const result of [small, refused])
      expect(result).toMatchObject({ status: 'rejected', reason: { code: 'log-full' } })
    expect((await log.size()).last).toBe(100)
    expect(await log.read(0, 1000)).toEqual(kept.map(({ position, entry }) => ({ position, entry })))
    const [next] = await log.append(decisions(1, 100))
    expect(next?.position).toBe(101)
    await log.close()
    const roomy = await sqliteLog({ file })
    expect(await roomy.append([large])).toMatchObject([{ position: 102, fresh: true }])
    await roomy.close()
  })

  it('says so to every caller, again and again, and loses nothing it has acknowledged', async () => {
    const file = fresh()
    const log = await sqliteLog({ file, maxBytes: 400_000 })
    const acknowledged: number[] = []
    const codes = new Set<unknown>()
    for (let round = 0; round < 30; round++) {
      const calls = await Promise.allSettled(decisions(60, round * 60).map((each) => log.append([each])))
      for (const call of calls) {
        if (call.status === 'fulfilled') acknowledged.push(...call.value.map(({ position }) => position))
        else codes.add(call.reason.code)
      }
    }
    expect([...codes]).toEqual(['log-full'])
    expect(acknowledged.length).toBeGreaterThan(100)
    expect((await log.read(0, Infinity)).map(({ position }) => position)).toEqual(acknowledged)
    await log.close()
  })
})

describe('a file that is not a sound log', () => {
  it.each([
    ['text', async (file: string) => writeFile(file, 'This is not a database. '.repeat(100))],
    [
      'a database of something else',
      async (file: string) => {
        const other = new DatabaseSync(file)
        other.exec('CREATE TABLE visitor (name TEXT)')
        other.close()
      },
    ],
    [
      'a log cut short',
      async (file: string) => {
        await filled(file)
        await truncate(file, 100_000)
      },
    ],
    [
      'a log of an earlier version, with other tables',
      async (file: string) => {
        await filled(file)
        const earlier = new DatabaseSync(file)
        earlier.exec('ALTER TABLE entry RENAME COLUMN entries TO entry')
        earlier.close()
      },
    ],
    [
      'a log of a later version',
      async (file: string) => {
        await filled(file)
        const later = new DatabaseSync(file)
        later.exec('PRAGMA user_version=99')
        later.close()
      },
    ],
  ])('is refused and left as it is: %s', async (_, make) => {
    const file = join(folder, `damaged-${++files}`)
    await make(file)
    const before = await readFile(file)
    await expect(sqliteLog({ file })).rejects.toMatchObject({
      code: 'log-damaged',
      message: expect.stringContaining(file),
      fix: expect.stringMatching(/.{10}/),
    })
    expect(before.equals(await readFile(file))).toBe(true)
  })

  it('is reported by what meets the damage, while the rest can be read', async () => {
    const file = fresh()
    await filled(file)
    const bytes = await readFile(file)
    bytes.fill(0xff, 60 * 8192, 61 * 8192)
    await writeFile(file, bytes)
    const log = await sqliteLog({ file })
    await expect(log.read(0, Infinity)).rejects.toMatchObject({ code: 'log-damaged' })
    expect((await log.read(0, 10)).length).toBe(10)
    await log.close()
  })
})

it('refuses only the call whose entry cannot be written', async () => {
  const log = await sqliteLog({ file: fresh() })
  const odd = eventEntry({ details: { count: 1n as never } })
  const [before, bad, after] = await Promise.allSettled([
    log.append(decisions(1)),
    log.append([...decisions(1, 1), { entry: odd }]),
    log.append(decisions(1, 2)),
  ])
  expect(bad).toMatchObject({ status: 'rejected', reason: { code: 'input-invalid' } })
  expect([before, after]).toMatchObject([{ value: [{ position: 1 }] }, { value: [{ position: 2 }] }])
  await log.close()
})

it('stores an entry as it was when it was appended', async () => {
  const log = await sqliteLog({ file: fresh() })
  const details = { count: 1 }
  const appended = log.append([{ entry: eventEntry({ details }) }])
  details.count = 2
  await appended
  expect((await log.read(0, 1))[0]?.entry).toMatchObject({ details: { count: 1 } })
  await log.close()
})

it('lets two logs append to one file, with one entry a token', async () => {
  const file = fresh()
  const logs = await Promise.all([sqliteLog({ file }), sqliteLog({ file })])
  const receipts = await Promise.all(
    Array.from({ length: 200 }, (_, i) => {
      const entry = { ...decisions(1, i)[0], once: `token-${i >> 1}` }
      return logs[i % 2]?.append([entry as { entry: ReturnType<typeof decisionEntry>; once: string }])
    }),
  )
  const all = receipts.flatMap((receipt) => receipt ?? [])
  expect(all.filter(({ fresh }) => fresh).length).toBe(100)
  const positions = (await logs[0]?.read(0, Infinity))?.map(({ position }) => position)
  expect(positions).toEqual(Array.from({ length: 100 }, (_, i) => i + 1))
  await Promise.all(logs.map((log) => log.close()))
})

it('is whole in a copy of its files, taken while it is written', async () => {
  const file = fresh()
  const log = await sqliteLog({ file })
  const receipts = await log.append(decisions(500))
  const copy = join(folder, `copy-${++files}.db`)
  await cp(file, copy)
  await cp(`${file}-wal`, `${copy}-wal`)
  await log.close()
  const copied = await sqliteLog({ file: copy })
  expect((await copied.size()).last).toBe(receipts.length)
  await copied.close()
})

it('keeps appending while a long read is under way', async () => {
  const log = await sqliteLog({ file: fresh() })
  await log.append(decisions(20_000))
  let isReading = true
  const reading = log.read(0, Infinity).finally(() => {
    isReading = false
  })
  let appended = 0
  while (isReading) {
    await log.append(decisions(1, 20_000 + appended))
    appended++
  }
  expect(appended).toBeGreaterThan(5)
  expect((await reading).length).toBeGreaterThanOrEqual(20_000)
  await log.close()
})

async function filled(file: string): Promise<void> {
  const log = await sqliteLog({ file })
  await log.append(decisions(1000))
  await log.close()
}
