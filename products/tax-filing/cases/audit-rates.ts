import { HolonError } from 'holon'
import { z } from 'zod'
import type { CaseRunner } from '../../../tools/case-runner.ts'
import { ratesOf } from '../domain/examination-rates.ts'

/** One tax year, or several pooled such as "2013-2021". */
const Input = z.union([
  z.object({ tax_year: z.union([z.number(), z.string()]) }).transform(({ tax_year }) => String(tax_year)),
  z.object({ tax_years: z.string() }).transform(({ tax_years }) => tax_years),
])

/** Published examination rates in percent by band of total positive income. */
export const runner: CaseRunner = {
  ids: ['tax/audit-rates'],
  run(input) {
    const years = Input.parse(input)
    const [first = Number.NaN, last] = years.split('-').map(Number)
    const rates = ratesOf(first, last)
    if (rates === undefined) {
      throw new HolonError(
        'input-invalid',
        `no examination rates are kept for ${years}`,
        'Add them with source.',
      )
    }
    return { percent: Object.fromEntries(rates.bands.map(({ name, percent }) => [name, percent])) }
  },
}
