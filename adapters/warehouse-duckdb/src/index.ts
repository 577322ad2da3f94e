export type { Notice } from './file.ts'
export { type DuckdbWarehouseOptions, duckdbWarehouse } from './warehouse.ts'
