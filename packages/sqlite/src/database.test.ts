import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, expect, it } from 'vitest'
import { inTransaction, openDatabase, openForReading, pragma } from './database.ts'

const folder = await mkdtemp(join(tmpdir(), 'holon-database-'))
afterAll(() => rm(folder, { recursive: true }))
let files = 0
const fresh = () => join(folder, `${++files}`, 'deep', 'file.db')
const application = 'TEST'
const first = 'CREATE TABLE note (text TEXT)'

it('makes folder and file, and commits to disk', () => {
  const database = openDatabase({ file: fresh(), application, migrations: [first], pageSize: 8192 })
  expect(pragma(database, 'synchronous')).toBe(2)
  expect(pragma(database, 'page_size')).toBe(8192)
  expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' })
  database.close()
})

it('leads a file from its version to the newest, once', () => {
  const file = fresh()
  const open = (...migrations: string[]) => openDatabase({ file, application, migrations })
  const old = open(first)
  old.exec("INSERT INTO note VALUES ('kept')")
  old.close()
  const second = 'ALTER TABLE note ADD COLUMN at INTEGER; UPDATE note SET at = 7'
  for (let round = 0; round < 2; round++) {
    const database = open(first, second)
    expect(database.prepare('SELECT * FROM note').all()).toEqual([{ text: 'kept', at: 7 }])
    expect(pragma(database, 'user_version')).toBe(2)
    database.close()
  }
  expect(() => open(first)).toThrow(
    expect.objectContaining({ code: 'foreign', fix: 'Install the later version.' }),
  )
})

it('refuses a file whose tables are not those of its version, and says what to do', () => {
  const file = fresh()
  const open = (...migrations: string[]) => openDatabase({ file, application, migrations })
  open('CREATE TABLE note (words TEXT)').close()
  for (const migrations of [[first], [first, 'CREATE TABLE extra (a)']])
    expect(() => open(...migrations)).toThrow(
      expect.objectContaining({ code: 'foreign', fix: expect.stringContaining('the version that wrote it') }),
    )
  open('CREATE TABLE note (words TEXT)').close()
})

it('leaves a file as it was when a step fails', () => {
  const file = fresh()
  openDatabase({ file, application, migrations: [first] }).close()
  const broken = { file, application, migrations: [first, 'CREATE TABLE extra (a); CREATE TABLE note (b)'] }
  expect(() => openDatabase(broken)).toThrow(/already exists/)
  const database = openDatabase({ file, application, migrations: [first] })
  expect(database.prepare('SELECT name FROM sqlite_schema').all()).toEqual([{ name: 'note' }])
  database.close()
})

it('does not touch a file of another kind', async () => {
  const file = join(folder, 'other.db')
  const other = new DatabaseSync(file)
  other.exec('CREATE TABLE visitor (name TEXT); PRAGMA application_id=1')
  other.close()
  const before = await readFile(file)
  expect(() => openDatabase({ file, application, migrations: [first] })).toThrow(
    expect.objectContaining({ code: 'foreign' }),
  )
  expect(before.equals(await readFile(file))).toBe(true)
})

it('hides a secret file from others and overwrites what is deleted', async () => {
  const file = fresh()
  const database = openDatabase({ file, application, migrations: [first], secret: true })
  for (const name of [file, `${file}-wal`, `${file}-shm`]) expect((await stat(name)).mode & 0o777).toBe(0o600)
  database.exec("INSERT INTO note VALUES ('a word that must go')")
  database.exec('DELETE FROM note; PRAGMA wal_checkpoint(TRUNCATE)')
  expect((await readFile(file)).includes('a word that must go')).toBe(false)
  database.close()
})

it('stores all of a transaction or nothing', () => {
  const database = openDatabase({ file: fresh(), application, migrations: [first] })
  const note = database.prepare('INSERT INTO note VALUES (?)')
  expect(inTransaction(database, () => note.run('one').changes)).toBe(1)
  expect(() =>
    inTransaction(database, () => {
      note.run('two')
      database.exec('INSERT INTO nowhere VALUES (1)')
    }),
  ).toThrow(/no such table/)
  expect(database.prepare('SELECT text FROM note').all()).toEqual([{ text: 'one' }])
  expect(database.isTransaction).toBe(false)
  database.close()
})

it('reads beside the writer, and cannot write', () => {
  const file = fresh()
  const writer = openDatabase({ file, application, migrations: [first] })
  const reader = openForReading(file)
  writer.exec("INSERT INTO note VALUES ('seen')")
  expect(reader.prepare('SELECT text FROM note').all()).toEqual([{ text: 'seen' }])
  expect(() => reader.exec('DELETE FROM note')).toThrow(/readonly/)
  reader.close()
  writer.close()
})
