import type { Conventions } from './conventions.ts'
import type { FilingStatus } from './filing-status.ts'
import { preferentialSlices, preferentialTax } from './preferential-rates.ts'
import type { RegularTax } from './regular-tax.ts'
import type { ReturnParameters } from './years/parameters.ts'

/** What the minimum tax starts from. Dollars. */
export interface MinimumTaxBasis {
  /** Adjusted gross income less all deductions; negative when they are larger. */
  readonly incomeLessDeductions: number
  /** Deductions taken that the minimum tax does not allow. */
  readonly disallowed: number
  /** Gain on exercised incentive stock options. */
  readonly stockOptions: number
  /** Long-term gains and qualified dividends. */
  readonly gains: number
}

/** Form 6251. Dollars. */
export interface AlternativeMinimumTax {
  /** Alternative minimum taxable income. */
  readonly income: number
  readonly exemption: number
  readonly tentativeTax: number
  /** What the tentative tax exceeds the regular tax by. */
  readonly tax: number
}

/**
 * Alternative minimum tax (Internal Revenue Code sections 55 to 59, Form 6251): 26 and 28 percent of minimum-taxable
 * income over an exemption that shrinks by a quarter of the income over its phase-out, gains at their own rates; the
 * excess over the regular tax is added.
 */
export function alternativeMinimumTax(
  status: FilingStatus,
  basis: MinimumTaxBasis,
  regular: RegularTax,
  parameters: ReturnParameters,
  conventions: Conventions,
): AlternativeMinimumTax {
  const { exemption: fullExemption, phaseOutFrom } = parameters.minimumTax
  const before = basis.incomeLessDeductions + basis.disallowed + basis.stockOptions
  const income = before + separateIncrease(before, status, parameters, conventions)
  const exemption = Math.max(0, fullExemption[status] - Math.max(0, income - phaseOutFrom[status]) / 4)
  const tentativeTax = taxOnBase(Math.max(0, income - exemption), status, basis.gains, regular, parameters)
  return { income, exemption, tentativeTax, tax: Math.max(0, tentativeTax - regular.tax) }
}

/** A separate filer whose exemption is gone adds what the exemption would have phased out once more (section 55(d)). */
function separateIncrease(
  income: number,
  status: FilingStatus,
  { minimumTax }: ReturnParameters,
  conventions: Conventions,
): number {
  if (status !== 'married-separately' || !conventions.minimumTaxSeparateIncrease) return 0
  const exemption = minimumTax.exemption[status]
  const exhaustedAt = minimumTax.phaseOutFrom[status] + 4 * exemption
  return Math.min(exemption, Math.max(0, income - exhaustedAt) / 4)
}

function taxOnBase(
  base: number,
  status: FilingStatus,
  gains: number,
  regular: RegularTax,
  parameters: ReturnParameters,
): number {
  const lowRateUpTo = parameters.minimumTax.lowRateUpTo[status]
  const taxedGains = Math.min(gains, base)
  // The steps of the gains rates are measured with the ordinary income of the regular tax (Form 6251, lines 20 and 27).
  const slices = preferentialSlices(taxedGains, regular.ordinary, {
    at0UpTo: parameters.gainsTaxedAt0UpTo[status],
    at15UpTo: parameters.gainsTaxedAt15UpTo[status],
  })
  const withGainsRates = flatTax(base - taxedGains, lowRateUpTo) + preferentialTax(slices)
  return Math.min(withGainsRates, flatTax(base, lowRateUpTo))
}

function flatTax(base: number, lowRateUpTo: number): number {
  return (26 * base + 2 * Math.max(0, base - lowRateUpTo)) / 100
}
