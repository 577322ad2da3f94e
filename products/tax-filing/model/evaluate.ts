import type { RowReader } from '@holon/embedded'
import { labelledFacts } from './audit-data.ts'
import { auditFeatures } from './features.ts'

const columns = 'Employment Education Marital Occupation Income Deductions Hours TARGET_Adjusted'.split(' ')

/** Features and label of one row of audit data with their original header, for `holon evaluate`. */
export const labelledRow: RowReader = (row) => {
  const cells = Object.fromEntries(columns.map((column) => [column, row.text(column)]))
  const { facts, label } = labelledFacts(cells)
  return { features: auditFeatures(facts), label: label === 1 }
}
