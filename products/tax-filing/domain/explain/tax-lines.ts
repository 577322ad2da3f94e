import type { Conventions } from '../conventions.ts'
import { bracketSlices } from '../rate-schedule.ts'
import type { Figures, Line } from '../result.ts'
import type { TaxReturn } from '../return.ts'
import { tableCeiling } from '../tax-table.ts'
import { returnParameters } from '../years/years.ts'
import { dollars, listed, share, summed } from './words.ts'

/** The lines from the income tax down to the total tax. */
export function taxLines(taxReturn: TaxReturn, figures: Figures, conventions: Conventions): Line[] {
  return [
    incomeTax(taxReturn, figures, conventions),
    ...minimumTax(figures),
    ...selfEmploymentTax(figures),
    ...additionalMedicareTax(figures),
    ...netInvestmentIncomeTax(figures),
    totalTax(figures),
  ]
}

function incomeTax(taxReturn: TaxReturn, figures: Figures, conventions: Conventions): Line {
  return {
    id: 'income-tax',
    part: 'tax',
    label: 'Income tax',
    amount: figures.regular.tax,
    because: whyIncomeTax(taxReturn, figures, conventions),
    form: 'Form 1040',
  }
}

function whyIncomeTax(
  { status, year }: TaxReturn,
  { regular, taxableIncome }: Figures,
  conventions: Conventions,
): string {
  if (taxableIncome === 0) return 'There is no taxable income.'
  const ordinary = regular.allOrdinary ? taxableIncome : regular.ordinary
  const slices = bracketSlices(ordinary, returnParameters(year).brackets[status])
  const rates = slices.map(({ percent, amount }) => share(percent, amount))
  const byTable =
    conventions.incomeTax === 'table' && ordinary > 0 && ordinary < tableCeiling
      ? ', read from the IRS Tax Table'
      : ''
  const { at0, at15, at20 } = regular.preferential
  const gains = regular.allOrdinary
    ? []
    : [
        { percent: 0, amount: at0 },
        { percent: 15, amount: at15 },
        { percent: 20, amount: at20 },
      ]
        .filter(({ amount }) => amount > 0)
        .map(({ percent, amount }) => share(percent, amount))
  const onOrdinary = rates.length === 0 ? [] : [`${listed(rates)}${byTable}`]
  const onGains = gains.length === 0 ? [] : [`${listed(gains)} of long-term gains and qualified dividends`]
  return `${[...onOrdinary, ...onGains].join('; ')}.`
}

function minimumTax({ minimumTax: { income, exemption, tentativeTax, tax }, regular }: Figures): Line[] {
  if (tax === 0) return []
  return [
    {
      id: 'minimum-tax',
      part: 'tax',
      label: 'Alternative minimum tax',
      amount: tax,
      because:
        `The minimum tax counts an income of ${dollars(income)} less ${dollars(exemption)} exempt and comes to ` +
        `${dollars(tentativeTax)}, more than the income tax of ${dollars(regular.tax)}; the difference is added.`,
      form: 'Form 6251',
    },
  ]
}

function selfEmploymentTax({ selfEmployment, selfEmploymentTax: amount }: Figures): Line[] {
  if (amount === 0) return []
  const net = selfEmployment.reduce((sum, each) => sum + each.netEarnings, 0)
  const social = selfEmployment.reduce((sum, each) => sum + each.socialSecurityEarnings, 0)
  const onSocial =
    social === 0
      ? 'no social security tax, as wages reached its limit,'
      : `social security tax of ${share(12.4, social)}`
  return [
    {
      id: 'self-employment-tax',
      part: 'tax',
      label: 'Self-employment tax',
      amount,
      because: `On net earnings of ${dollars(net)}: ${onSocial} and Medicare tax of ${share(2.9, net)}.`,
      form: 'Schedule SE',
    },
  ]
}

function additionalMedicareTax({
  additionalMedicareTax: { threshold, wagesOver, netEarningsOver, tax },
}: Figures): Line[] {
  if (tax === 0) return []
  const over = dollars(wagesOver + netEarningsOver)
  return [
    {
      id: 'additional-medicare-tax',
      part: 'tax',
      label: 'Additional Medicare tax',
      amount: tax,
      because: `0.9% of the ${over} by which wages and self-employment earnings exceed ${dollars(threshold)}.`,
      form: 'Form 8959',
    },
  ]
}

function netInvestmentIncomeTax({ netInvestmentIncomeTax: figures }: Figures): Line[] {
  const { threshold, netInvestmentIncome, incomeOver, tax } = figures
  if (tax === 0) return []
  return [
    {
      id: 'net-investment-income-tax',
      part: 'tax',
      label: 'Net investment income tax',
      amount: tax,
      because:
        `3.8% of the smaller of investment income, ${dollars(netInvestmentIncome)}, and adjusted gross income over ` +
        `${dollars(threshold)}, ${dollars(incomeOver)}.`,
      form: 'Form 8960',
    },
  ]
}

function totalTax(figures: Figures): Line {
  const parts = [
    figures.regular.tax,
    figures.minimumTax.tax,
    figures.selfEmploymentTax,
    figures.additionalMedicareTax.tax,
    figures.netInvestmentIncomeTax.tax,
  ].filter((amount) => amount > 0)
  return {
    id: 'total-tax',
    part: 'tax',
    label: 'Total tax',
    amount: figures.totalTax,
    because: parts.length === 0 ? 'No tax is due.' : `What is listed above: ${summed(parts)}.`,
    form: 'Form 1040',
  }
}
