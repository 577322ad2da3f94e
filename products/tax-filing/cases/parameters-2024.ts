import { z } from 'zod'
import type { CaseRunner } from '../../../tools/case-runner.ts'
import { columnNames, filedTax, parametersOf } from './published.ts'

const OneTax = z.object({ year: z.number(), status: z.enum(columnNames), taxable_income: z.number() })
const OneYear = z.object({ year: z.number() })

/** Published parameters of a year, and the tax they make of one income. */
export const runner: CaseRunner = {
  ids: ['tax/parameters-2024'],
  run(input) {
    const one = OneTax.safeParse(input)
    if (one.success) return { tax: filedTax(one.data.year, one.data.status, one.data.taxable_income) }
    return parametersOf(OneYear.parse(input).year)
  },
}
