import { answer } from '../measure/answer.ts'
import { HolonError } from '../spec/error.ts'
import type { Stored, Warehouse } from '../spec/ports.ts'

/** The warehouse in memory: keeps the entries and answers by reading them all. For tests, simulations and pages. */
export function memoryWarehouse(): Warehouse {
  const kept: Stored[] = []
  let closed = false

  function check(): void {
    if (closed) throw new HolonError('warehouse-unavailable', 'The warehouse is closed.', 'Open it again.')
  }

  const position = () => kept.at(-1)?.position ?? 0

  return {
    async project(entries) {
      check()
      for (const stored of entries) if (stored.position > position()) kept.push(stored)
    },
    async position() {
      check()
      return position()
    },
    async answer(query) {
      check()
      return answer(query, kept)
    },
    async close() {
      closed = true
    },
  }
}
