import type { FilingStatus } from './filing-status.ts'
import type { ItemizedExpenses } from './return.ts'
import type { ReturnParameters } from './years/parameters.ts'

/** Medical expenses count over this share of adjusted gross income (section 213(a)). */
const medicalFloor = 0.075
/** Gifts of money count up to this share of adjusted gross income (section 170(b)(1)(G)). */
const charityLimit = 0.6
const stateAndLocalShrinkRate = 0.3

/** Schedule A after its limits. Dollars. */
export interface ItemizedDeductions {
  readonly medical: number
  readonly stateAndLocalTaxes: number
  readonly mortgageInterest: number
  readonly charity: number
  readonly other: number
  readonly total: number
}

/** Applies the limits of Schedule A to expenses as paid. Mortgage interest and other expenses are taken as deductible. */
export function itemizedDeductions(
  expenses: ItemizedExpenses,
  status: FilingStatus,
  adjustedGrossIncome: number,
  parameters: ReturnParameters,
): ItemizedDeductions {
  const income = Math.max(0, adjustedGrossIncome)
  const medical = Math.max(0, expenses.medical - medicalFloor * income)
  const limit = stateAndLocalTaxLimit(status, income, parameters)
  const stateAndLocalTaxes = Math.min(expenses.stateAndLocalTaxes, limit)
  const charity = Math.min(expenses.charity, charityLimit * income)
  const { mortgageInterest, other } = expenses
  const total = medical + stateAndLocalTaxes + mortgageInterest + charity + other
  return { medical, stateAndLocalTaxes, mortgageInterest, charity, other, total }
}

/**
 * The limit on state and local taxes (Internal Revenue Code section 164(b)(6) and (7)); from 2025 it is higher and
 * shrinks by 30 percent of income over a threshold, never below the old limit.
 */
export function stateAndLocalTaxLimit(
  status: FilingStatus,
  income: number,
  { stateAndLocalTaxes }: ReturnParameters,
): number {
  const over = Math.max(0, income - stateAndLocalTaxes.shrinksFrom[status])
  const shrunk = stateAndLocalTaxes.limit[status] - stateAndLocalShrinkRate * over
  return Math.max(stateAndLocalTaxes.leastLimit[status], shrunk)
}
