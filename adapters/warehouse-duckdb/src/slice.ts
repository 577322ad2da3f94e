import type { Expression, MeasureAnswer } from 'holon'
import { finiteOf } from './expression.ts'
import type { Joining } from './joins.ts'
import type { ResultRow } from './summary.ts'

/** Columns of a result that say which slice a row is about: one for each type its value may have. */
const sliceColumns = { number: 'slice_number', text: 'slice_text', truth: 'slice_truth' } as const

/** The columns of a slice as SQL; none without one. */
export function sliceKeys(
  slice: Expression | undefined,
  read: Joining['read'],
): Readonly<Record<string, string>> {
  if (slice === undefined) return {}
  const columns = read(slice)
  return {
    ...(columns.number !== undefined && { [sliceColumns.number]: finiteOf(columns) }),
    ...(columns.text !== undefined && { [sliceColumns.text]: columns.text }),
    ...(columns.truth !== undefined && { [sliceColumns.truth]: columns.truth }),
  }
}

/** The slice that a row of a result is about; null without one. */
export function sliceOf(row: ResultRow): MeasureAnswer['slice'] {
  const found = Object.values(sliceColumns)
    .map((column) => row[column])
    .find((value) => value !== null && value !== undefined)
  // Adding 0 makes one zero of two.
  return typeof found === 'number' ? found + 0 : ((found ?? null) as MeasureAnswer['slice'])
}
