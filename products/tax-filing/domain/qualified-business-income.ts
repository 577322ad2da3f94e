import type { Business } from './return.ts'

const rate = 0.2

/** One business as the deduction sees it. */
export interface QualifiedBusiness {
  readonly business: Business
  /** Profit less the deductible half of the self-employment tax on it; negative for a loss. Dollars. */
  readonly income: number
}

/** Forms 8995 and 8995-A. Dollars. */
export interface QualifiedBusinessIncomeDeduction {
  /** Income of all businesses together; negative for a loss, which is carried to next year. */
  readonly incomeBefore: number
  /** The part of it that qualifies: of a specified service less and less above the threshold. */
  readonly income: number
  /** 20 percent of it, after the limits on wages, property and kind of service. */
  readonly component: number
  /** 20 percent of taxable income without gains, which the deduction may not exceed. */
  readonly incomeLimit: number
  readonly deduction: number
  /** How far taxable income is through the phase-in of the limits: 0 none, 1 in full. */
  readonly phasedIn: number
}

/**
 * Qualified business income deduction (Internal Revenue Code section 199A, Form 8995-A).
 *
 * @param taxableBefore taxable income before this deduction, 0 or more
 * @param gains long-term gains and qualified dividends in it
 */
export function qualifiedBusinessIncomeDeduction(
  businesses: readonly QualifiedBusiness[],
  taxableBefore: number,
  gains: number,
  threshold: number,
  phaseInRange: number,
): QualifiedBusinessIncomeDeduction {
  const phasedIn = Math.min(1, Math.max(0, (taxableBefore - threshold) / phaseInRange))
  const applicable = businesses.map((each) => applicablePart(each, phasedIn))
  const incomeBefore = incomeOf(businesses)
  const income = incomeOf(applicable)
  const incomeLimit = rate * Math.max(0, taxableBefore - gains)
  const component = income <= 0 ? 0 : componentOf(netOfLosses(applicable), phasedIn)
  return {
    incomeBefore,
    income,
    component,
    incomeLimit,
    deduction: Math.min(component, incomeLimit),
    phasedIn,
  }
}

/** A specified service counts less the further the limits are phased in, and not at all beyond (section 199A(d)(3)). */
function applicablePart({ business, income }: QualifiedBusiness, phasedIn: number): QualifiedBusiness {
  if (!business.specifiedService) return { business, income }
  const share = 1 - phasedIn
  const scaled = { ...business, wagesPaid: business.wagesPaid * share, property: business.property * share }
  return { business: scaled, income: income * share }
}

/** Losses of one business lower the income of the others in proportion (Treas. Reg. 1.199A-1(d)(2)(iii)). */
function netOfLosses(businesses: readonly QualifiedBusiness[]): QualifiedBusiness[] {
  const earning = businesses.filter((each) => each.income > 0)
  const gained = incomeOf(earning)
  const net = incomeOf(businesses)
  return earning.map(({ business, income }) => ({ business, income: (income * net) / gained }))
}

function incomeOf(businesses: readonly QualifiedBusiness[]): number {
  return businesses.reduce((sum, { income }) => sum + income, 0)
}

function componentOf(businesses: readonly QualifiedBusiness[], phasedIn: number): number {
  return businesses.reduce((sum, { business, income }) => {
    const full = rate * income
    const limit = Math.max(0.5 * business.wagesPaid, 0.25 * business.wagesPaid + 0.025 * business.property)
    return sum + full - phasedIn * Math.max(0, full - limit)
  }, 0)
}
