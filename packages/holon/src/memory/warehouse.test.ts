import { describe, expect, it } from 'vitest'
import { warehouseSuite } from '../testing/conformance/warehouse.ts'
import { memoryWarehouse } from './warehouse.ts'

warehouseSuite(
  { describe, it, expect },
  { name: 'memory', store: async () => async () => memoryWarehouse(), forgets: 'it is kept in memory only' },
)
