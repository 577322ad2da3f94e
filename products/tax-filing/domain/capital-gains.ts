import { byStatus, type FilingStatus } from './filing-status.ts'
import type { Gains } from './return.ts'

const lossLimits = byStatus({ single: 3_000, joint: 3_000, separate: 1_500 })

/** Schedule D. Dollars. */
export interface CapitalGains {
  /** Short- and long-term results together. */
  readonly net: number
  /** What enters income: a gain in full, a loss down to the limit. */
  readonly recognized: number
  /** The part that bears the rates of long-term gains (section 1222(11)), 0 or more. */
  readonly preferential: number
  readonly lossLimit: number
}

/** A loss to be used in later years, by its term. Dollars, 0 or more. */
export interface LossCarryover {
  readonly shortTerm: number
  readonly longTerm: number
}

/**
 * Nets short- against long-term results and limits a loss to 3,000 dollars, 1,500 when married filing separately
 * (Internal Revenue Code sections 1211(b) and 1222, Schedule D).
 */
export function capitalGains(gains: Gains, status: FilingStatus): CapitalGains {
  const lossLimit = lossLimits[status]
  const net = gains.shortTerm + gains.longTerm
  return {
    net,
    recognized: Math.max(net, -lossLimit),
    preferential: Math.max(0, Math.min(gains.longTerm, net)),
    lossLimit,
  }
}

/**
 * The loss carried to next year (Internal Revenue Code section 1212(b), Capital Loss Carryover Worksheet). A deduction
 * larger than income leaves part of this year's allowed loss unused; what is used comes from the short term first.
 *
 * @param incomeLessDeductions adjusted gross income less deductions, negative when they are larger
 */
export function lossCarryover(
  gains: Gains,
  result: CapitalGains,
  incomeLessDeductions: number,
): LossCarryover {
  const allowed = Math.max(0, -result.recognized)
  const used = Math.min(allowed, Math.max(0, incomeLessDeductions + allowed))
  const shortLoss = Math.max(0, -gains.shortTerm)
  const longLoss = Math.max(0, -gains.longTerm)
  const shortTerm = Math.max(0, shortLoss - used - Math.max(0, gains.longTerm))
  const usedByLong = Math.max(0, used - shortLoss)
  const longTerm = Math.max(0, longLoss - usedByLong - Math.max(0, gains.shortTerm))
  return { shortTerm, longTerm }
}
