import { scriptBeside, Thread } from '@holon/sqlite'
import { type DecisionLog, HolonError, type Stored } from 'holon'
import { asked } from './asked.ts'
import { bytesOf } from './bytes.ts'
import { Checkpoints } from './checkpoints.ts'
import type { Committed } from './group.ts'
import { Grouping } from './grouping.ts'
import type { Page } from './page.ts'
import { entryOf } from './text.ts'
import type { WriterData } from './writer.thread.ts'

/** Where the log is kept. */
export interface SqliteLogOptions {
  /** Its folder is made when there is none. Beside it stand a `-wal` and a `-shm` file that belong to it. */
  readonly file: string
  /** The size the file may grow to, in bytes; as large as the disk allows when left out. */
  readonly maxBytes?: number
}

/**
 * The decision log in a SQLite file. An append is on disk when it resolves: write-ahead log, `synchronous=FULL`, appends
 * that wait at the same moment share one commit in a thread of its own. Reads have a thread of their own too.
 *
 * On a full disk every append of the group rejects with `log-full` and none of it is stored; once there is room, the next
 * one succeeds. Several processes may append to one file: they take turns, and one that cannot get its turn within five
 * seconds rejects with `log-unavailable`. After `log-unavailable` because the thread ended, an entry may have been stored
 * after all: with the same `once` it is not stored twice.
 *
 * @throws HolonError `log-damaged` when the file is not a sound log (it is left as it is), `log-full`, `log-unavailable`
 *
 * @example
 * ```ts
 * import { eventEntry } from 'holon/testing'
 * const log = await sqliteLog({ file: '.holon/log.db' })
 * const [receipt] = await log.append([{ entry: eventEntry(), once: 'request-17' }])
 * receipt?.fresh // true
 * await log.close()
 * ```
 */
export async function sqliteLog({ file, maxBytes }: SqliteLogOptions): Promise<DecisionLog> {
  const data: WriterData = maxBytes === undefined ? { file } : { file, maxBytes }
  const writer = new Thread(scriptBeside(import.meta.url, 'writer.thread'), data)
  const reader = new Thread(scriptBeside(import.meta.url, 'reader.thread'), { file })
  const copier = new Thread(scriptBeside(import.meta.url, 'checkpoint.thread'), { file })
  const checkpoints = new Checkpoints(copier)
  const grouping = new Grouping(async (group) => {
    const committed = await asked(writer.ask<Committed>('append', group))
    for (const { entries } of group.rows) checkpoints.wrote(entries.length)
    return committed
  })
  let closing: Promise<void> | undefined
  await asked(writer.start())

  /** Asks for page after page, so that no single one takes long to parse. */
  async function pages(
    limit: number,
    ask: (left: number, last?: number) => Promise<Page>,
  ): Promise<Stored[]> {
    const all: Stored[] = []
    for (let more = limit > 0; more; ) {
      const page = await asked(ask(limit - all.length, all.at(-1)?.position))
      for (const [i, position] of page.positions.entries())
        all.push({ position, entry: entryOf(page.entries[i] ?? '', position) })
      more = page.more
    }
    return all
  }

  return {
    append(entries) {
      if (closing !== undefined) return Promise.reject(closed(file))
      return entries.length === 0 ? Promise.resolve([]) : grouping.append(entries)
    },
    read: (after, limit) =>
      pages(limit, (left, last = after) => reader.ask('read', { after: last, limit: left })),
    async find(decision) {
      const stored = await pages(Infinity, (_, last = 0) => reader.ask('find', { decision, after: last }))
      for (const { entry, position } of stored)
        if (entry.kind === 'decision')
          return {
            decision: entry,
            position,
            back: stored.filter((other) => other.entry.kind !== 'decision'),
          }
      return undefined
    },
    latest: (system, limit, before = Number.MAX_SAFE_INTEGER) =>
      pages(limit, (left, last = before) => reader.ask('latest', { system, before: last, limit: left })),
    async size() {
      // Nothing is ever deleted, so the positions have no gaps.
      const last = await asked(reader.ask<number>('last'))
      return { entries: last, last, bytes: await bytesOf(file) }
    },
    close() {
      closing ??= grouping.settled().then(async () => {
        await reader.close()
        await copier.close()
        await writer.close()
      })
      return closing
    },
  }
}

function closed(file: string): HolonError {
  return new HolonError('log-unavailable', `The log ${file} is closed.`, 'Open it again.')
}
