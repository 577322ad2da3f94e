import { z } from 'zod'
import type { CaseRunner } from '../../../tools/case-runner.ts'
import { rowTax } from '../domain/tax-table.ts'
import { columnNames, filedTax, parametersOf } from './published.ts'

const Column = z.enum(columnNames)
const Rows = z.strictObject({
  rows: z.array(z.tuple([z.number(), z.number()])),
  brackets: z.record(Column, z.array(z.number())),
})
const OneTax = z.strictObject({ year: z.number(), status: Column, taxable_income: z.number() })
const OneYear = z.strictObject({ year: z.number() })
const Incomes = z.partialRecord(Column, z.array(z.number()))

/** Rows of the IRS Tax Table, and amounts by the rate schedule from 100,000 on; the year is in the id. */
export const runner: CaseRunner = {
  ids: ['tax/tax-table-2022', 'tax/tax-table-2023', 'tax/schedule-2025'],
  run(input, file) {
    const table = Rows.safeParse(input)
    if (table.success) return { tax: printedRows(table.data) }
    const one = OneTax.safeParse(input)
    if (one.success) return { tax: filedTax(one.data.year, one.data.status, one.data.taxable_income) }
    const year = OneYear.safeParse(input)
    if (year.success) return parametersOf(year.data.year)
    return filedTaxes(Number(file.id.slice(-4)), Incomes.parse(input))
  },
}

function printedRows({ rows, brackets }: z.infer<typeof Rows>): number[][] {
  return rows.map((row) => columnNames.map((column) => rowTax(row, brackets[column])))
}

function filedTaxes(year: number, incomes: z.infer<typeof Incomes>): Record<string, number[]> {
  return Object.fromEntries(
    columnNames.flatMap((column) => {
      const given = incomes[column]
      return given === undefined ? [] : [[column, given.map((income) => filedTax(year, column, income))]]
    }),
  )
}
