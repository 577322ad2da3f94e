import { setImmediate } from 'node:timers/promises'
import { explained } from '@holon/sqlite'
import type { DecisionLog, Stored } from 'holon'
import { asked } from './asked.ts'
import { bytesOf } from './bytes.ts'
import { openReader, type Reader } from './reader.ts'
import { entryOf } from './text.ts'

/**
 * Reads a log in the thread that asks, beside the process that writes it: for a thread that does little else. The file is
 * opened at the first question, when its writer has made it.
 *
 * @throws HolonError as `sqliteLog`
 * @example
 * ```ts
 * const writer = await sqliteLog({ file: '.holon/log.db' })
 * const log = sqliteLogReader('.holon/log.db')
 * await log.read(0, 100) // []
 * await log.close()
 * await writer.close()
 * ```
 */
export function sqliteLogReader(file: string): Pick<DecisionLog, 'read' | 'size' | 'close'> {
  let reader: Reader | undefined

  async function using<T>(use: (reader: Reader) => T): Promise<T> {
    try {
      reader ??= openReader(file)
      return use(reader)
    } catch (error) {
      throw explained(error, file)
    }
  }

  return {
    async read(after, limit) {
      const all: Stored[] = []
      for (let more = limit > 0; more; ) {
        const ask = { after: all.at(-1)?.position ?? after, limit: limit - all.length }
        const page = await asked(using((open) => open.read(ask)))
        for (const [i, position] of page.positions.entries())
          all.push({ position, entry: entryOf(page.entries[i] ?? '', position) })
        more = page.more
        await setImmediate()
      }
      return all
    },
    async size() {
      const last = await asked(using((open) => open.last()))
      return { entries: last, last, bytes: await bytesOf(file) }
    },
    async close() {
      reader?.close()
    },
  }
}
