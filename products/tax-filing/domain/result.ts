import type { AdditionalMedicareTax } from './additional-medicare-tax.ts'
import type { AlternativeMinimumTax } from './alternative-minimum-tax.ts'
import type { CapitalGains, LossCarryover } from './capital-gains.ts'
import type { ItemizedDeductions } from './itemized-deductions.ts'
import type { NetInvestmentIncomeTax } from './net-investment-income-tax.ts'
import type { QualifiedBusinessIncomeDeduction } from './qualified-business-income.ts'
import type { RegularTax } from './regular-tax.ts'
import type { SelfEmploymentTax } from './self-employment.ts'

/** Income by source. Dollars. */
export interface Income {
  readonly wages: number
  /** Profit of all businesses, a loss down to the limit. */
  readonly business: number
  readonly interest: number
  readonly dividends: number
  /** Net capital gain, a loss down to the limit. */
  readonly gains: number
  readonly total: number
}

/** The deduction taken, beside the two it was chosen from. Dollars. */
export interface Deduction {
  readonly kind: 'standard' | 'itemized'
  readonly amount: number
  readonly standard: number
  readonly itemized: ItemizedDeductions
}

/** The two ends of a filed return: what is due against what was paid. Dollars, both 0 or more. */
export interface Settlement {
  readonly payments: number
  readonly owed: number
  readonly refund: number
}

/** Every figure of a computed return. Dollars. */
export interface Figures {
  readonly income: Income
  readonly capitalGains: CapitalGains
  /** One for each earner, the first is "you". */
  readonly selfEmployment: readonly SelfEmploymentTax[]
  readonly adjustments: number
  readonly adjustedGrossIncome: number
  readonly deduction: Deduction
  readonly qualifiedBusinessIncome: QualifiedBusinessIncomeDeduction
  readonly taxableIncome: number
  readonly regular: RegularTax
  readonly minimumTax: AlternativeMinimumTax
  /** Regular tax and minimum tax together. */
  readonly incomeTax: number
  readonly selfEmploymentTax: number
  readonly additionalMedicareTax: AdditionalMedicareTax
  readonly netInvestmentIncomeTax: NetInvestmentIncomeTax
  readonly totalTax: number
  readonly settlement: Settlement
  readonly lossCarryover: LossCarryover
  /** The measure of income by which examination rates are published. */
  readonly totalPositiveIncome: number
  /** Rate in percent that the next dollar of ordinary income bears. */
  readonly marginalPercent: number
}

/** The parts a result is shown in. */
export type LinePart = 'income' | 'deductions' | 'tax' | 'payments' | 'next year'

/** One line of the result, explained. */
export interface Line {
  readonly id: string
  readonly part: LinePart
  readonly label: string
  /** Dollars. */
  readonly amount: number
  /** How the amount came out, one plain sentence. */
  readonly because: string
  /** The form or schedule it is filed on. */
  readonly form: string
}

/** A computed return: every figure, and the lines a person reads. */
export interface Result extends Figures {
  readonly lines: readonly Line[]
}
