import type { TaxReturn } from './return.ts'

/**
 * Total positive income, by which the IRS sorts returns for its examination statistics: the income of every source
 * that is above zero, losses left out. Dollars.
 */
export function totalPositiveIncome(taxReturn: TaxReturn): number {
  const earners = taxReturn.spouse === undefined ? [taxReturn.you] : [taxReturn.you, taxReturn.spouse]
  const sources = [
    ...earners.flatMap(({ wages, business }) => [wages, business.profit]),
    taxReturn.interest,
    taxReturn.dividends.ordinary,
    taxReturn.gains.shortTerm + taxReturn.gains.longTerm,
  ]
  return sources.reduce((sum, amount) => sum + Math.max(0, amount), 0)
}
