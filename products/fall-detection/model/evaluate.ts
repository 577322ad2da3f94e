import type { RowReader } from '@holon/embedded'
import { momentsOf } from './judged.ts'
import { readingsOf } from './trials.ts'

/**
 * Features and label of one recorded trial, for `holon evaluate`: of its strongest moment. Trials without any movement
 * stronger than rest are left out: nothing is judged in them.
 */
export const labelledTrial: RowReader = (row) => {
  const readings = readingsOf((column) => row.numbers(column))
  const moments = momentsOf(readings)
  const impacts = moments.map(({ strength }) => strength)
  const strongest = moments[impacts.indexOf(Math.max(...impacts))]
  return strongest === undefined ? undefined : { features: strongest.features, label: row.flag('fall') }
}
