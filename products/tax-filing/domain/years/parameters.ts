import type { ByStatus } from '../filing-status.ts'

/** Years whose rate schedule and tax table are known. */
export type ScheduleYear = 2022 | 2023 | 2024 | 2025

/** Years whose whole return can be computed. */
export type ReturnYear = 2024 | 2025

/** The amounts of one year that the rate schedule, the tax table and payroll taxes need. Dollars. */
export interface ScheduleParameters {
  readonly year: ScheduleYear
  /** Where the figures are published. */
  readonly sources: readonly string[]
  /** Upper ends of the first six brackets; the seventh has none. */
  readonly brackets: ByStatus<readonly number[]>
  readonly standardDeduction: ByStatus<number>
  /** Earnings up to here bear the social security part of payroll and self-employment tax. */
  readonly socialSecurityWageBase: number
  /** Largest earned income credit with none, one, two, and three or more qualifying children. */
  readonly largestEarnedIncomeCredit: readonly [number, number, number, number]
}

/** Everything of one year that a whole return needs. Dollars. */
export interface ReturnParameters extends ScheduleParameters {
  readonly year: ReturnYear
  /** Taxable income up to which gains and qualified dividends are taxed at 0 percent, and at 15 percent. */
  readonly gainsTaxedAt0UpTo: ByStatus<number>
  readonly gainsTaxedAt15UpTo: ByStatus<number>
  readonly minimumTax: {
    readonly exemption: ByStatus<number>
    /** Minimum-taxable income from which the exemption shrinks by a quarter of the excess. */
    readonly phaseOutFrom: ByStatus<number>
    /** Minimum-tax base up to which 26 percent applies; 28 percent above. */
    readonly lowRateUpTo: ByStatus<number>
  }
  readonly qualifiedBusinessIncome: {
    /** Taxable income from which wages, property and the kind of service begin to limit the deduction. */
    readonly threshold: ByStatus<number>
    /** How far above the threshold the limits apply in full. */
    readonly phaseInRange: ByStatus<number>
  }
  /** Largest net business loss that may offset other income in the year. */
  readonly businessLossLimit: ByStatus<number>
  readonly stateAndLocalTaxes: {
    readonly limit: ByStatus<number>
    /** Adjusted gross income from which the limit shrinks by 30 percent of the excess; infinite where it never does. */
    readonly shrinksFrom: ByStatus<number>
    readonly leastLimit: ByStatus<number>
  }
}
