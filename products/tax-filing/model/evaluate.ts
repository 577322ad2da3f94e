import type { RowReader } from '@holon/embedded'
import { exampleOf } from './audit-data.ts'
import { auditFeatures } from './features.ts'

const columns =
  'Age Employment Education Marital Occupation Income Gender Deductions Hours TARGET_Adjusted'.split(' ')

/** Features and label of one row of audit data with their original header, for `holon evaluate`. */
export const labelledRow: RowReader = (row) => {
  const cells = Object.fromEntries(columns.map((column) => [column, row.text(column)]))
  const { facts, label } = exampleOf(cells)
  return { features: auditFeatures(facts), label: label === 1 }
}
