import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decisionEntry, decisionId } from 'holon/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { sqliteLog } from './log.ts'
import { sqliteLogReader } from './log-reader.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holon-log-reader-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('reads what the writer appended, as the writer reads it, also while it goes on', async () => {
  const file = join(folder, 'log.db')
  const log = await sqliteLog({ file })
  const reader = sqliteLogReader(file)
  const append = async (count: number, from: number) => {
    for (let i = 0; i < count; i++)
      await log.append([{ entry: decisionEntry({ id: decisionId(1_000, from + i) }) }])
  }
  await append(20, 0)
  expect(await reader.read(0, 1000)).toEqual(await log.read(0, 1000))
  expect(await reader.size()).toMatchObject({ entries: 20, last: 20 })
  await append(5, 20)
  expect((await reader.read(20, 1000)).map((one) => one.position)).toEqual([21, 22, 23, 24, 25])
  expect((await reader.read(3, 2)).map((one) => one.position)).toEqual([4, 5])
  expect(await reader.read(0, 0)).toEqual([])
  await reader.close()
  await log.close()
})

it('says what is wrong when there is no file', async () => {
  const reader = sqliteLogReader(join(folder, 'none', 'log.db'))
  await expect(reader.read(0, 1)).rejects.toMatchObject({ fix: expect.stringMatching(/\w/) })
  await reader.close()
})
