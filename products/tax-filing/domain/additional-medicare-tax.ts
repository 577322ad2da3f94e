import { byStatus, type FilingStatus } from './filing-status.ts'

const rate = 0.009
const thresholds = byStatus({ single: 200_000, joint: 250_000, separate: 125_000, survivor: 200_000 })

/** Form 8959. Dollars. */
export interface AdditionalMedicareTax {
  readonly threshold: number
  readonly wagesOver: number
  readonly netEarningsOver: number
  readonly tax: number
}

/**
 * Additional Medicare tax (Internal Revenue Code sections 3101(b)(2) and 1401(b)(2), Form 8959): 0.9 percent of wages
 * over the threshold, and of self-employment earnings over what the wages left of it. Spouses who file jointly add up.
 */
export function additionalMedicareTax(
  status: FilingStatus,
  wages: number,
  netEarnings: number,
): AdditionalMedicareTax {
  const threshold = thresholds[status]
  const wagesOver = Math.max(0, wages - threshold)
  const netEarningsOver = Math.max(0, netEarnings - Math.max(0, threshold - wages))
  return { threshold, wagesOver, netEarningsOver, tax: rate * (wagesOver + netEarningsOver) }
}
