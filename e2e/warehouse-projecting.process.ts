import { duckdbWarehouse } from '@holon/warehouse-duckdb'
import type { Stored } from 'holon'
import { backEntry, decisionEntry } from 'holon/testing'

/**
 * A process that projects without end, and tells where it is before each batch: `node warehouse-projecting.process.ts <file>`.
 * Position 2n is the feedback for 2n - 1.
 */
const [file = ''] = process.argv.slice(2)

const warehouse = await duckdbWarehouse({ file })
const entryAt = (position: number): Stored => ({
  position,
  entry:
    position % 2 === 1
      ? decisionEntry({ id: `d${position}` })
      : backEntry(`d${position - 1}`, { name: 'useful', value: true }),
})
process.on('disconnect', () => process.exit())
for (;;) {
  const position = await warehouse.position()
  process.send?.(position)
  await warehouse.project(Array.from({ length: 3000 }, (_, i) => entryAt(position + i + 1)))
}
