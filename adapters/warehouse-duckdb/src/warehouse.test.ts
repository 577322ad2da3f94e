import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { warehouseSuite } from 'holon/testing'
import { describe, expect, it } from 'vitest'
import { duckdbWarehouse } from './warehouse.ts'

warehouseSuite(
  { describe, it, expect },
  {
    name: 'DuckDB',
    store: async () => {
      const file = join(await mkdtemp(join(tmpdir(), 'holon-warehouse-')), 'warehouse.duckdb')
      return () => duckdbWarehouse({ file })
    },
  },
)
