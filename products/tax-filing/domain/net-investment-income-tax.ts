import { byStatus, type FilingStatus } from './filing-status.ts'

const rate = 0.038
const thresholds = byStatus({ single: 200_000, joint: 250_000, separate: 125_000 })

/** Form 8960. Dollars. */
export interface NetInvestmentIncomeTax {
  readonly threshold: number
  readonly netInvestmentIncome: number
  /** How far adjusted gross income is over the threshold. */
  readonly incomeOver: number
  readonly tax: number
}

/**
 * Net investment income tax (Internal Revenue Code section 1411, Form 8960): 3.8 percent of the lesser of net
 * investment income and adjusted gross income over the threshold. Business profit is not investment income.
 */
export function netInvestmentIncomeTax(
  status: FilingStatus,
  investmentIncome: number,
  adjustedGrossIncome: number,
): NetInvestmentIncomeTax {
  const threshold = thresholds[status]
  const netInvestmentIncome = Math.max(0, investmentIncome)
  const incomeOver = Math.max(0, adjustedGrossIncome - threshold)
  return { threshold, netInvestmentIncome, incomeOver, tax: rate * Math.min(netInvestmentIncome, incomeOver) }
}
