import type { Earner } from './return.ts'

/** Net earnings are profit less the employer's half of the tax: 1 - 7.65 percent (section 1402(a)(12)). */
const netShare = 0.9235
const socialSecurityRate = 0.124
const medicareRate = 0.029
/** Below these net earnings there is no self-employment tax (section 1402(b)(2)). */
const leastNetEarnings = 400

/** Schedule SE of one person. Dollars. */
export interface SelfEmploymentTax {
  readonly netEarnings: number
  /** The part of the net earnings that bears social security tax after wages have used the wage base. */
  readonly socialSecurityEarnings: number
  readonly tax: number
  /** Half of the tax, deducted from income. */
  readonly deduction: number
}

/**
 * Self-employment tax of one person (Internal Revenue Code sections 1401 and 1402, Schedule SE): 12.4 percent up to
 * the wage base that the person's own wages left, 2.9 percent on all. The additional Medicare tax is not in it.
 */
export function selfEmploymentTax(earner: Earner, socialSecurityWageBase: number): SelfEmploymentTax {
  const net = earner.business.profit * netShare
  if (net < leastNetEarnings) return { netEarnings: 0, socialSecurityEarnings: 0, tax: 0, deduction: 0 }
  const left = Math.max(0, socialSecurityWageBase - earner.wages)
  const socialSecurityEarnings = Math.min(net, left)
  const tax = socialSecurityRate * socialSecurityEarnings + medicareRate * net
  return { netEarnings: net, socialSecurityEarnings, tax, deduction: tax / 2 }
}
