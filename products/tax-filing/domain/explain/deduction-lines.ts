import { filingStatusLabels } from '../filing-status.ts'
import type { QualifiedBusinessIncomeDeduction } from '../qualified-business-income.ts'
import type { Deduction, Figures, Line } from '../result.ts'
import type { TaxReturn } from '../return.ts'
import { dollars, listed } from './words.ts'

/** The lines from the deduction down to taxable income. */
export function deductionLines(taxReturn: TaxReturn, figures: Figures): Line[] {
  return [deduction(taxReturn, figures.deduction), ...businessDeduction(figures), taxableIncome(figures)]
}

function deduction(taxReturn: TaxReturn, taken: Deduction): Line {
  const standard = taken.kind === 'standard'
  return {
    id: 'deduction',
    part: 'deductions',
    label: standard ? 'Standard deduction' : 'Itemized deductions',
    amount: 0 - taken.amount,
    because: standard ? whyStandard(taxReturn, taken) : whyItemized(taxReturn, taken),
    form: standard ? 'Form 1040' : 'Schedule A',
  }
}

function whyStandard(taxReturn: TaxReturn, { standard, itemized }: Deduction): string {
  if (taxReturn.spouseItemizes) return 'Your spouse itemizes, so there is no standard deduction for you.'
  const amount = `The standard deduction is ${dollars(standard)} for "${filingStatusLabels[taxReturn.status]}"`
  if (itemized.total === 0) return `${amount}.`
  if (taxReturn.deduction === 'standard') {
    return `${amount}; you chose it over itemized deductions of ${dollars(itemized.total)}.`
  }
  return `${amount}; your itemized deductions of ${dollars(itemized.total)} would not lower your tax further.`
}

function whyItemized(taxReturn: TaxReturn, { standard, itemized }: Deduction): string {
  const paid = taxReturn.itemized
  const parts = [
    part('medical expenses', itemized.medical, paid.medical),
    part('state and local taxes', itemized.stateAndLocalTaxes, paid.stateAndLocalTaxes),
    part('mortgage interest', itemized.mortgageInterest, paid.mortgageInterest),
    part('gifts to charity', itemized.charity, paid.charity),
    part('other deductions', itemized.other, paid.other),
  ].flat()
  const sum = parts.length === 0 ? 'Nothing was entered to itemize' : capitalized(listed(parts))
  return `${sum}; ${comparison(taxReturn, standard, itemized.total)}.`
}

function comparison({ deduction, spouseItemizes }: TaxReturn, standard: number, total: number): string {
  if (spouseItemizes) return 'there is no standard deduction, because your spouse itemizes'
  const better = total > standard ? 'this is more than' : 'this leaves less tax than'
  const verb = deduction === 'better' ? better : 'you chose this over'
  return `${verb} the standard deduction of ${dollars(standard)}`
}

function part(name: string, counted: number, paid: number): string[] {
  if (paid === 0) return []
  const limited = counted < paid ? ` (of ${dollars(paid)} paid, the rest does not count)` : ''
  return [`${name} ${dollars(counted)}${limited}`]
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function businessDeduction({ qualifiedBusinessIncome: figures }: Figures): Line[] {
  if (figures.incomeBefore <= 0) return []
  return [
    {
      id: 'business-deduction',
      part: 'deductions',
      label: 'Qualified business income deduction',
      amount: 0 - figures.deduction,
      because: whyBusinessDeduction(figures),
      form: figures.phasedIn > 0 ? 'Form 8995-A' : 'Form 8995',
    },
  ]
}

function whyBusinessDeduction(figures: QualifiedBusinessIncomeDeduction): string {
  const { incomeBefore, income, component, incomeLimit, phasedIn } = figures
  if (income <= 0) return 'At your taxable income a specified service has no such deduction.'
  const counted =
    income < incomeBefore
      ? [
          `${dollars(income)} of the business income of ${dollars(incomeBefore)} counts for a specified service`,
        ]
      : []
  const full = 0.2 * income
  const share = `20% of ${income < incomeBefore ? 'that' : `the business income of ${dollars(income)}`} is ${dollars(full)}`
  const limited =
    phasedIn > 0 && component < full
      ? [`at your taxable income the wages and property of the business limit it to ${dollars(component)}`]
      : []
  const capped =
    component > incomeLimit
      ? [`it may not exceed 20% of taxable income without gains, ${dollars(incomeLimit)}`]
      : []
  return `${capitalized([...counted, share, ...limited, ...capped].join('; '))}.`
}

function taxableIncome({
  adjustedGrossIncome,
  deduction: taken,
  qualifiedBusinessIncome,
  taxableIncome,
}: Figures): Line {
  const deducted = taken.amount + qualifiedBusinessIncome.deduction
  const because =
    deducted >= adjustedGrossIncome
      ? `Deductions of ${dollars(deducted)} leave nothing of ${dollars(adjustedGrossIncome)} to tax.`
      : `${dollars(adjustedGrossIncome)} less deductions of ${dollars(deducted)}.`
  return {
    id: 'taxable-income',
    part: 'deductions',
    label: 'Taxable income',
    amount: taxableIncome,
    because,
    form: 'Form 1040',
  }
}
