/** Points on which computations of the same law differ. */
export interface Conventions {
  /** `table`: the IRS Tax Table below 100,000 dollars. `exact`: the rate schedule at every income. */
  readonly incomeTax: 'table' | 'exact'
  /** Whether the minimum tax allows the standard deduction. The law does not: Form 6251, line 2a. */
  readonly minimumTaxAllowsStandardDeduction: boolean
  /** Whether a large minimum-taxable income of a separate filer is increased: Form 6251 instructions, line 4. */
  readonly minimumTaxSeparateIncrease: boolean
  /** Which phase-in range of the business limits a surviving spouse has. The law: not the joint one, Form 8995-A line 24. */
  readonly survivorPhaseIn: 'single' | 'joint'
}

/** The law as a return is filed. */
export const asFiled: Conventions = Object.freeze({
  incomeTax: 'table',
  minimumTaxAllowsStandardDeduction: false,
  minimumTaxSeparateIncrease: true,
  survivorPhaseIn: 'single',
})
