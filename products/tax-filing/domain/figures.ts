import { additionalMedicareTax } from './additional-medicare-tax.ts'
import { alternativeMinimumTax } from './alternative-minimum-tax.ts'
import { capitalGains, lossCarryover } from './capital-gains.ts'
import type { Conventions } from './conventions.ts'
import type { FilingStatus } from './filing-status.ts'
import { itemizedDeductions } from './itemized-deductions.ts'
import { netInvestmentIncomeTax } from './net-investment-income-tax.ts'
import { type QualifiedBusiness, qualifiedBusinessIncomeDeduction } from './qualified-business-income.ts'
import { marginalPercent } from './rate-schedule.ts'
import { regularTax } from './regular-tax.ts'
import type { Deduction, Figures, Income, Settlement } from './result.ts'
import type { Earner, TaxReturn } from './return.ts'
import { selfEmploymentTax } from './self-employment.ts'
import { totalPositiveIncome } from './total-positive-income.ts'
import type { ReturnParameters } from './years/parameters.ts'
import { returnParameters } from './years/years.ts'

/** What the stages of one computation share. */
interface Filing {
  readonly taxReturn: TaxReturn
  readonly parameters: ReturnParameters
  readonly conventions: Conventions
  readonly earners: readonly Earner[]
  /** Long-term gains and qualified dividends, which bear their own rates. */
  readonly preferential: number
}

type Earned = Pick<
  Figures,
  'income' | 'capitalGains' | 'selfEmployment' | 'adjustments' | 'adjustedGrossIncome' | 'totalPositiveIncome'
>
type Deducted = Pick<Figures, 'deduction' | 'qualifiedBusinessIncome' | 'taxableIncome' | 'lossCarryover'> & {
  readonly incomeLessDeductions: number
}

/** Every figure of a checked return, in the order of the forms: income, deductions, taxes, settlement. */
export function computeFigures(taxReturn: TaxReturn, conventions: Conventions): Figures {
  if (taxReturn.deduction !== 'better') return figuresWith(taxReturn.deduction, taxReturn, conventions)
  const standard = figuresWith('standard', taxReturn, conventions)
  const itemized = figuresWith('itemized', taxReturn, conventions)
  if (itemized.totalTax !== standard.totalTax)
    return itemized.totalTax < standard.totalTax ? itemized : standard
  return itemized.deduction.amount > standard.deduction.amount ? itemized : standard
}

function figuresWith(kind: Deduction['kind'], taxReturn: TaxReturn, conventions: Conventions): Figures {
  const { you, spouse, gains, status, dividends } = taxReturn
  const filing: Filing = {
    taxReturn,
    parameters: returnParameters(taxReturn.year),
    conventions,
    earners: spouse === undefined ? [you] : [you, spouse],
    preferential: capitalGains(gains, status).preferential + dividends.qualified,
  }
  const earned = earn(filing)
  const { incomeLessDeductions, ...deducted } = deduct(kind, filing, earned)
  return { ...earned, ...deducted, ...tax(filing, earned, { ...deducted, incomeLessDeductions }) }
}

function earn({ taxReturn, parameters, earners }: Filing): Earned {
  const gains = capitalGains(taxReturn.gains, taxReturn.status)
  const income = incomeOf(taxReturn, earners, gains.recognized, parameters)
  const selfEmployment = earners.map((earner) => selfEmploymentTax(earner, parameters.socialSecurityWageBase))
  const adjustments = total(selfEmployment.map((each) => each.deduction))
  return {
    income,
    capitalGains: gains,
    selfEmployment,
    adjustments,
    adjustedGrossIncome: income.total - adjustments,
    totalPositiveIncome: totalPositiveIncome(taxReturn),
  }
}

function deduct(kind: Deduction['kind'], filing: Filing, earned: Earned): Deducted {
  const { taxReturn, parameters, conventions, preferential } = filing
  const { status } = taxReturn
  const deduction = deductionOf(kind, taxReturn, earned.adjustedGrossIncome, parameters)
  const qualifiedBusinessIncome = qualifiedBusinessIncomeDeduction(
    businessesOf(filing, earned),
    Math.max(0, earned.adjustedGrossIncome - deduction.amount),
    preferential,
    parameters.qualifiedBusinessIncome.threshold[status],
    phaseInRangeOf(status, parameters, conventions),
  )
  const incomeLessDeductions =
    earned.adjustedGrossIncome - deduction.amount - qualifiedBusinessIncome.deduction
  return {
    deduction,
    qualifiedBusinessIncome,
    incomeLessDeductions,
    taxableIncome: Math.max(0, incomeLessDeductions),
    lossCarryover: lossCarryover(taxReturn.gains, earned.capitalGains, incomeLessDeductions),
  }
}

function tax(
  filing: Filing,
  earned: Earned,
  deducted: Deducted,
): Omit<Figures, keyof Earned | keyof Deducted> {
  const { taxReturn, parameters, conventions, preferential } = filing
  const { status, stockOptions, payments } = taxReturn
  const { income, selfEmployment, adjustedGrossIncome } = earned
  const regular = regularTax(status, deducted.taxableIncome, preferential, parameters, conventions)
  const disallowed = disallowedByMinimumTax(deducted.deduction, conventions)
  const basis = {
    incomeLessDeductions: deducted.incomeLessDeductions,
    disallowed,
    stockOptions,
    gains: preferential,
  }
  const minimumTax = alternativeMinimumTax(status, basis, regular, parameters, conventions)
  const incomeTax = regular.tax + minimumTax.tax
  const selfEmploymentTotal = total(selfEmployment.map((each) => each.tax))
  const netEarnings = total(selfEmployment.map((each) => each.netEarnings))
  const medicare = additionalMedicareTax(status, income.wages, netEarnings)
  const investmentIncome = income.interest + income.dividends + income.gains
  const investment = netInvestmentIncomeTax(status, investmentIncome, adjustedGrossIncome)
  const totalTax = incomeTax + selfEmploymentTotal + medicare.tax + investment.tax
  return {
    regular,
    minimumTax,
    incomeTax,
    selfEmploymentTax: selfEmploymentTotal,
    additionalMedicareTax: medicare,
    netInvestmentIncomeTax: investment,
    totalTax,
    settlement: settlementOf(totalTax, payments),
    marginalPercent: marginalPercent(regular.ordinary, parameters.brackets[status]),
  }
}

function incomeOf(
  taxReturn: TaxReturn,
  earners: readonly Earner[],
  gains: number,
  parameters: ReturnParameters,
): Income {
  const wages = total(earners.map((earner) => earner.wages))
  const profit = total(earners.map((earner) => earner.business.profit))
  const business = Math.max(profit, -parameters.businessLossLimit[taxReturn.status])
  const { interest } = taxReturn
  const dividends = taxReturn.dividends.ordinary
  return {
    wages,
    business,
    interest,
    dividends,
    gains,
    total: wages + business + interest + dividends + gains,
  }
}

function businessesOf({ earners }: Filing, { selfEmployment }: Earned): QualifiedBusiness[] {
  return earners.map(({ business }, index) => ({
    business,
    income: business.profit - (selfEmployment[index]?.deduction ?? 0),
  }))
}

function deductionOf(
  kind: Deduction['kind'],
  taxReturn: TaxReturn,
  adjustedGrossIncome: number,
  parameters: ReturnParameters,
): Deduction {
  const { status, itemized: expenses, spouseItemizes } = taxReturn
  const standard = spouseItemizes ? 0 : parameters.standardDeduction[status]
  const itemized = itemizedDeductions(expenses, status, adjustedGrossIncome, parameters)
  return { kind, amount: kind === 'standard' ? standard : itemized.total, standard, itemized }
}

function phaseInRangeOf(
  status: FilingStatus,
  parameters: ReturnParameters,
  conventions: Conventions,
): number {
  const asJoint = status === 'surviving-spouse' && conventions.survivorPhaseIn === 'joint'
  return parameters.qualifiedBusinessIncome.phaseInRange[asJoint ? 'married-jointly' : status]
}

function disallowedByMinimumTax(deduction: Deduction, conventions: Conventions): number {
  if (deduction.kind === 'itemized') return deduction.itemized.stateAndLocalTaxes
  return conventions.minimumTaxAllowsStandardDeduction ? 0 : deduction.amount
}

function settlementOf(totalTax: number, payments: number): Settlement {
  return { payments, owed: Math.max(0, totalTax - payments), refund: Math.max(0, payments - totalTax) }
}

function total(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0)
}
