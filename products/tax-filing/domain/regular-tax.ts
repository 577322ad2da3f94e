import type { Conventions } from './conventions.ts'
import type { FilingStatus } from './filing-status.ts'
import { type PreferentialSlices, preferentialSlices, preferentialTax } from './preferential-rates.ts'
import { scheduleTax } from './rate-schedule.ts'
import { tableTax } from './tax-table.ts'
import type { ReturnParameters } from './years/parameters.ts'

/** The regular income tax, before the minimum tax. Dollars. */
export interface RegularTax {
  readonly ordinary: number
  readonly preferential: PreferentialSlices
  readonly ordinaryTax: number
  readonly preferentialTax: number
  readonly tax: number
  /** Whether taxing everything at ordinary rates is cheaper, so that the rates of gains are not used. */
  readonly allOrdinary: boolean
}

/**
 * Regular tax on taxable income of which `gains` (long-term gains and qualified dividends) bear their own rates
 * (Internal Revenue Code section 1, Form 1040 line 16).
 */
export function regularTax(
  status: FilingStatus,
  taxableIncome: number,
  gains: number,
  parameters: ReturnParameters,
  conventions: Conventions,
): RegularTax {
  const brackets = parameters.brackets[status]
  const taxOn = conventions.incomeTax === 'table' ? tableTax : scheduleTax
  const taxedGains = Math.min(gains, taxableIncome)
  const ordinary = taxableIncome - taxedGains
  const preferential = preferentialSlices(taxedGains, ordinary, {
    at0UpTo: parameters.gainsTaxedAt0UpTo[status],
    at15UpTo: parameters.gainsTaxedAt15UpTo[status],
  })
  const ordinaryTax = taxOn(ordinary, brackets)
  const onGains = preferentialTax(preferential)
  const atOrdinaryRates = taxOn(taxableIncome, brackets)
  return {
    ordinary,
    preferential,
    ordinaryTax,
    preferentialTax: onGains,
    tax: Math.min(ordinaryTax + onGains, atOrdinaryRates),
    allOrdinary: atOrdinaryRates < ordinaryTax + onGains,
  }
}
