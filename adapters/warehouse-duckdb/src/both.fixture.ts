import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import type { Stored, Warehouse } from 'holon'
import { memoryWarehouse } from 'holon/memory'
import { duckdbWarehouse } from './warehouse.ts'

/** Where a log is cut into batches. */
export const cuts = fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 3 })

/** How often logs are drawn. Shrinking one takes minutes: the seed of a failure repeats it. */
export const runs = { numRuns: 40, endOnFailure: true }

/** One log in both warehouses, in several batches in the fast one, whose file is gone afterwards. */
export async function inBoth(
  entries: readonly Stored[],
  cuts: readonly number[],
  use: (fast: Warehouse, slow: Warehouse) => Promise<void>,
): Promise<void> {
  const slow = memoryWarehouse()
  const folder = await mkdtemp(join(tmpdir(), 'holon-agreement-'))
  const fast = await duckdbWarehouse({ file: join(folder, 'warehouse.duckdb') })
  try {
    await slow.project(entries)
    for (const batch of batches(entries, cuts)) await fast.project(batch)
    await use(fast, slow)
  } finally {
    await fast.close()
    await rm(folder, { recursive: true })
  }
}

function batches(entries: readonly Stored[], cuts: readonly number[]): readonly (readonly Stored[])[] {
  const ends = [...cuts.toSorted((a, b) => a - b), entries.length]
  return ends.map((end, i) => entries.slice(ends[i - 1] ?? 0, end))
}
