import { answer } from '../measure/answer.ts'
import { arms } from '../measure/arms/arms.ts'
import { Joinables } from '../measure/joinables.ts'
import { HolonError } from '../spec/error.ts'
import type { Warehouse } from '../spec/ports.ts'

/** The warehouse in memory: keeps decisions and what came back for them, and answers by reading them all. For tests, simulations and pages. */
export function memoryWarehouse(): Warehouse {
  const kept = new Joinables()
  let position = 0
  let closed = false

  function check(): void {
    if (closed) throw new HolonError('warehouse-unavailable', 'The warehouse is closed.', 'Open it again.')
  }

  return {
    async project(entries) {
      check()
      for (const stored of entries) {
        if (stored.position <= position) continue
        kept.add(stored)
        position = stored.position
      }
    },
    async position() {
      check()
      return position
    },
    async answer(query) {
      check()
      return answer(query, kept)
    },
    async arms(query) {
      check()
      return arms(query, kept)
    },
    async close() {
      closed = true
    },
  }
}
