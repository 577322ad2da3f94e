import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { duckdbWarehouse } from '@holon/warehouse-duckdb'
import type { Warehouse } from 'holon'

/** Megabytes that it keeps in memory; the rest lies in its file. */
const memory = '256MB'

/**
 * A DuckDB warehouse for one simulation, in a file of its own that is gone once it is closed: memory stays flat however
 * many decisions there are.
 *
 * @throws HolonError `warehouse-unavailable`
 */
export async function temporaryWarehouse(): Promise<Warehouse> {
  const folder = await mkdtemp(join(tmpdir(), 'holon-simulation-'))
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true })
  try {
    const warehouse = await duckdbWarehouse({ file: join(folder, 'warehouse.duckdb'), memory })
    return {
      project: (entries) => warehouse.project(entries),
      position: () => warehouse.position(),
      answer: (query) => warehouse.answer(query),
      arms: (query) => warehouse.arms(query),
      close: async () => {
        await warehouse.close()
        await remove()
      },
    }
  } catch (error) {
    await remove()
    throw error
  }
}
