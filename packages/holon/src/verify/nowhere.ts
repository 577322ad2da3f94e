import { HolonError } from '../spec/error.ts'
import type { Warehouse } from '../spec/ports.ts'

/** A warehouse that keeps nothing: goals are not what is verified. */
export function nowhere(): Warehouse {
  const nothing = async (): Promise<never> => {
    throw new HolonError('warehouse-unavailable', 'A story measures nothing.', 'Measure a running system.')
  }
  return {
    project: async () => undefined,
    position: async () => 0,
    catchUp: async () => undefined,
    answer: nothing,
    arms: nothing,
    close: async () => undefined,
  }
}
