import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { backUp } from './backup.ts'
import { dataFiles } from './data.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holon-backup-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Writes a row every ten milliseconds until it is told to stop. */
const writing = `
  const { DatabaseSync } = require('node:sqlite')
  const { parentPort, workerData } = require('node:worker_threads')
  const database = new DatabaseSync(workerData)
  const put = database.prepare('INSERT INTO entries (text) VALUES (?)')
  put.run('first')
  parentPort.postMessage('writing')
  setInterval(() => put.run('more'), 10)
`

test('copies a large log as of one moment, however busily it is written', async () => {
  const log = new DatabaseSync(join(folder, dataFiles.log))
  log.exec('PRAGMA journal_mode = WAL; CREATE TABLE entries (text TEXT)')
  log.exec(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 15000)
    INSERT INTO entries SELECT hex(randomblob(2000)) FROM n`)
  new DatabaseSync(join(folder, dataFiles.registry)).close()
  const count = log.prepare('SELECT count(*) AS n FROM entries')
  const writer = new Worker(writing, { eval: true, workerData: join(folder, dataFiles.log) })
  try {
    await new Promise((resolve) => writer.once('message', resolve))
    const before = Number(count.get()?.n)
    const [copied] = await backUp(folder, join(folder, 'copy'))
    const after = Number(count.get()?.n)
    const copy = new DatabaseSync(copied?.file ?? '', { readOnly: true })
    expect(copy.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
    const kept = Number(copy.prepare('SELECT count(*) AS n FROM entries').get()?.n)
    copy.close()
    expect(after - before).toBeGreaterThan(10)
    expect(kept - before).toBeGreaterThanOrEqual(0)
    // As it was when the copy began: had it begun anew at each write, it would hold them all.
    expect(kept - before).toBeLessThan((after - before) / 2)
  } finally {
    await writer.terminate()
    log.close()
  }
})
