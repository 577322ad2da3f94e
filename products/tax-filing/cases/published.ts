import type { FilingStatus } from '../domain/filing-status.ts'
import { tableTax } from '../domain/tax-table.ts'
import { scheduleParameters } from '../domain/years/years.ts'

/** The four columns of the printed tax table, as the cases name them. */
export const columns = {
  single: 'single',
  'married filing jointly': 'married-jointly',
  'married filing separately': 'married-separately',
  'head of household': 'head-of-household',
} as const satisfies Record<string, FilingStatus>

/** A column of the printed tax table. */
export type Column = keyof typeof columns

/** The columns in the order they are printed. */
export const columnNames = Object.keys(columns) as [Column, ...Column[]]

/** One value for each column. */
export function byColumn<T>(get: (column: Column) => T): Record<Column, T> {
  return Object.fromEntries(columnNames.map((column) => [column, get(column)])) as Record<Column, T>
}

/** The published parameters of a year in the shape the cases ask for. */
export function parametersOf(year: number) {
  const parameters = scheduleParameters(year)
  return {
    brackets: byColumn((column) => parameters.brackets[columns[column]]),
    standard_deduction: byColumn((column) => parameters.standardDeduction[columns[column]]),
    social_security_wage_base: parameters.socialSecurityWageBase,
    eitc_max: Object.fromEntries(parameters.largestEarnedIncomeCredit.entries()),
  }
}

/** Tax as filed on a taxable income, rounded half up to the dollar. */
export function filedTax(year: number, column: Column, taxableIncome: number): number {
  return Math.round(tableTax(taxableIncome, scheduleParameters(year).brackets[columns[column]]))
}
