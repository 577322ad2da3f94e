import { writeSync } from 'node:fs'
import { sqliteLog } from '@holon/log-sqlite'
import { backEntry, decisionEntry, decisionId } from 'holon/testing'

/**
 * A process that appends until it is killed: `node durability.process.ts <file> <round>`. Many callers at once; each
 * writes a decision, then what came back for it, and every third time both in one append. A line is printed after each
 * acknowledgement: `d`, `f` or `b` and the decision's id.
 */
const [file = '', round = ''] = process.argv.slice(2)
const callers = 64
const log = await sqliteLog({ file })

// Written at once and in one piece, so that a line that was printed is complete.
const acknowledge = (what: string, id: string) => writeSync(1, `${what} ${id}\n`)

await Promise.all(
  Array.from({ length: callers }, async (_, caller) => {
    for (let number = caller; ; number += callers) {
      const at = Date.now()
      const id = `${decisionId(at, number)}-${round}`
      const decision = { entry: decisionEntry({ id, at }), once: `decision ${id}` }
      const feedback = { entry: backEntry(id, { at }), once: `feedback ${id}` }
      if (number % 3 === 0) {
        await log.append([decision, feedback])
        acknowledge('b', id)
        continue
      }
      await log.append([decision])
      acknowledge('d', id)
      await log.append([feedback])
      acknowledge('f', id)
    }
  }),
)
