import { HolonError } from 'holon'
import { scheduleTax } from './rate-schedule.ts'

/** Taxable income from which the rate schedule replaces the tax table. */
export const tableCeiling = 100_000

/** The first and the first-beyond dollar of a row. */
export type TableRow = readonly [atLeast: number, lessThan: number]

/**
 * The row of the IRS Tax Table that an income falls into: 0 to 5, 5 to 15, 15 to 25, then rows of 25 dollars below
 * 3,000 and of 50 dollars above.
 *
 * @throws HolonError `input-invalid` for an income below 0 or not below 100,000.
 */
export function tableRow(income: number): TableRow {
  if (!(income >= 0 && income < tableCeiling)) {
    throw new HolonError(
      'input-invalid',
      `the tax table has no row for a taxable income of ${income}`,
      `Use the table from 0 to below ${tableCeiling} and the rate schedule above.`,
      { details: { field: 'taxableIncome' } },
    )
  }
  if (income < 5) return [0, 5]
  if (income < 15) return [5, 15]
  if (income < 25) return [15, 25]
  const width = income < 3_000 ? 25 : 50
  const atLeast = Math.floor(income / width) * width
  return [atLeast, atLeast + width]
}

/** The printed tax of a row: the rate schedule at its midpoint, rounded half up to the dollar. */
export function rowTax([atLeast, lessThan]: TableRow, brackets: readonly number[]): number {
  return Math.round(scheduleTax((atLeast + lessThan) / 2, brackets))
}

/**
 * Tax on an income as a return is filed: by the tax table below 100,000, by the rate schedule from there on
 * (Internal Revenue Code section 3; instructions to Form 1040, line 16).
 *
 * @example
 * ```ts
 * tableTax(25_300, year2024.brackets['married-jointly']) // 2575, the row from 25,300 to 25,350
 * ```
 */
export function tableTax(income: number, brackets: readonly number[]): number {
  if (income <= 0) return 0
  // Sums of cents carry binary noise; a row is chosen by the amount as written on the form.
  const written = Math.round(income * 100) / 100
  return written < tableCeiling ? rowTax(tableRow(written), brackets) : scheduleTax(income, brackets)
}
