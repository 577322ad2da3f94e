import { memoryWarehouse } from '../memory/index.ts'
import type { Warehouse } from '../spec/ports.ts'

/** A warehouse whose answers are in another order than they came to be, as the port allows. */
export function reversingWarehouse(): Warehouse {
  const warehouse = memoryWarehouse()
  return {
    ...warehouse,
    answer: async (query) => (await warehouse.answer(query)).toReversed(),
  }
}
