import type { Figures, Income, Line } from '../result.ts'
import type { TaxReturn } from '../return.ts'
import { dollars, listed, summed } from './words.ts'

/** The lines from wages down to adjusted gross income. */
export function incomeLines(taxReturn: TaxReturn, figures: Figures): Line[] {
  return [
    ...wages(taxReturn, figures.income),
    ...business(taxReturn, figures.income),
    ...interest(figures.income),
    ...dividends(taxReturn, figures.income),
    ...gains(taxReturn, figures),
    totalIncome(figures.income),
    ...adjustments(figures),
    adjustedGrossIncome(figures),
  ]
}

function wages({ you, spouse }: TaxReturn, income: Income): Line[] {
  if (income.wages === 0) return []
  const shares = [
    ...(you.wages > 0 ? [`${dollars(you.wages)} of yours`] : []),
    ...(spouse !== undefined && spouse.wages > 0 ? [`${dollars(spouse.wages)} of your spouse`] : []),
  ]
  const because = `Box 1 of the W-2 forms: ${listed(shares)}.`
  return [{ id: 'wages', part: 'income', label: 'Wages', amount: income.wages, because, form: 'Form 1040' }]
}

function business({ you, spouse }: TaxReturn, income: Income): Line[] {
  const profits = [you.business.profit, spouse?.business.profit ?? 0]
  if (profits.every((profit) => profit === 0)) return []
  const profit = profits.reduce((sum, each) => sum + each, 0)
  const named = profits.filter((each) => each !== 0).map(dollars)
  const limited =
    income.business > profit ? `; a loss counts this year down to ${dollars(income.business)}` : ''
  return [
    {
      id: 'business',
      part: 'income',
      label: income.business < 0 ? 'Business loss' : 'Business profit',
      amount: income.business,
      because: `Receipts less expenses, ${listed(named)}${limited}.`,
      form: 'Schedule C',
    },
  ]
}

function interest(income: Income): Line[] {
  if (income.interest === 0) return []
  const because = `Taxable interest of ${dollars(income.interest)}, taxed like wages.`
  return [
    {
      id: 'interest',
      part: 'income',
      label: 'Interest',
      amount: income.interest,
      because,
      form: 'Schedule B',
    },
  ]
}

function dividends({ dividends: { ordinary, qualified } }: TaxReturn, income: Income): Line[] {
  if (ordinary === 0) return []
  const because =
    qualified === 0
      ? `Ordinary dividends of ${dollars(ordinary)}, none of them qualified for the lower rates.`
      : `Ordinary dividends of ${dollars(ordinary)}, of which ${dollars(qualified)} are qualified for the lower rates.`
  return [
    {
      id: 'dividends',
      part: 'income',
      label: 'Dividends',
      amount: income.dividends,
      because,
      form: 'Schedule B',
    },
  ]
}

function gains({ gains: { shortTerm, longTerm } }: TaxReturn, { capitalGains }: Figures): Line[] {
  if (shortTerm === 0 && longTerm === 0) return []
  const { net, recognized, lossLimit } = capitalGains
  const sum = `Short-term ${dollars(shortTerm)} and long-term ${dollars(longTerm)} make ${dollars(net)}`
  const limited =
    recognized > net ? `, of which a loss of ${dollars(lossLimit)} may be deducted this year` : ''
  return [
    {
      id: 'capital-gains',
      part: 'income',
      label: net < 0 ? 'Capital loss' : 'Capital gain',
      amount: recognized,
      because: `${sum}${limited}.`,
      form: 'Schedule D',
    },
  ]
}

function totalIncome({ wages, business, interest, dividends, gains, total }: Income): Line {
  const parts = [wages, business, interest, dividends, gains].filter((amount) => amount !== 0)
  const because = parts.length === 0 ? 'No income was entered.' : `What is listed above: ${summed(parts)}.`
  return {
    id: 'total-income',
    part: 'income',
    label: 'Total income',
    amount: total,
    because,
    form: 'Form 1040',
  }
}

function adjustments({ adjustments, selfEmploymentTax }: Figures): Line[] {
  if (adjustments === 0) return []
  return [
    {
      id: 'self-employment-deduction',
      part: 'income',
      label: 'Half of the self-employment tax',
      amount: 0 - adjustments,
      because: `Half of your self-employment tax of ${dollars(selfEmploymentTax)} is deducted, as an employer would have paid it.`,
      form: 'Schedule 1',
    },
  ]
}

function adjustedGrossIncome({ income, adjustments, adjustedGrossIncome: amount }: Figures): Line {
  const because =
    adjustments === 0
      ? `Nothing is adjusted, so it equals the total income of ${dollars(income.total)}.`
      : `Total income of ${dollars(income.total)} less ${dollars(adjustments)}.`
  return {
    id: 'adjusted-gross-income',
    part: 'income',
    label: 'Adjusted gross income',
    amount,
    because,
    form: 'Form 1040',
  }
}
