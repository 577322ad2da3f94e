import { HolonError } from '../spec/error.ts'
import type { Warehouse } from '../spec/ports.ts'

/** A warehouse that keeps nothing: goals are not what is verified. */
export function nowhere(): Warehouse {
  return {
    project: async () => undefined,
    position: async () => 0,
    catchUp: async () => undefined,
    answer: async () => {
      throw new HolonError('warehouse-unavailable', 'A story measures nothing.', 'Measure a running system.')
    },
    close: async () => undefined,
  }
}
