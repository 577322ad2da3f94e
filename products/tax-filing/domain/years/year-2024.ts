import { byStatus } from '../filing-status.ts'
import type { ReturnParameters } from './parameters.ts'

/** Tax year 2024. */
export const year2024: ReturnParameters = Object.freeze({
  year: 2024,
  sources: Object.freeze([
    'Rev. Proc. 2023-34, section 3 (brackets, gains, deductions, minimum tax, business thresholds)',
    'Social Security Administration, contribution and benefit base for 2024',
    'Internal Revenue Code section 164(b)(6) (limit on state and local taxes)',
  ]),
  brackets: byStatus({
    single: [11_600, 47_150, 100_525, 191_950, 243_725, 609_350],
    joint: [23_200, 94_300, 201_050, 383_900, 487_450, 731_200],
    separate: [11_600, 47_150, 100_525, 191_950, 243_725, 365_600],
    head: [16_550, 63_100, 100_500, 191_950, 243_700, 609_350],
  }),
  standardDeduction: byStatus({ single: 14_600, joint: 29_200, separate: 14_600, head: 21_900 }),
  socialSecurityWageBase: 168_600,
  largestEarnedIncomeCredit: Object.freeze([632, 4_213, 6_960, 7_830] as const),
  gainsTaxedAt0UpTo: byStatus({ single: 47_025, joint: 94_050, separate: 47_025, head: 63_000 }),
  gainsTaxedAt15UpTo: byStatus({ single: 518_900, joint: 583_750, separate: 291_850, head: 551_350 }),
  minimumTax: Object.freeze({
    exemption: byStatus({ single: 85_700, joint: 133_300, separate: 66_650 }),
    phaseOutFrom: byStatus({ single: 609_350, joint: 1_218_700, separate: 609_350 }),
    lowRateUpTo: byStatus({ single: 232_600, joint: 232_600, separate: 116_300 }),
  }),
  qualifiedBusinessIncome: Object.freeze({
    threshold: byStatus({ single: 191_950, joint: 383_900, separate: 191_950, survivor: 191_950 }),
    phaseInRange: byStatus({ single: 50_000, joint: 100_000, separate: 50_000, survivor: 50_000 }),
  }),
  businessLossLimit: byStatus({ single: 305_000, joint: 610_000, separate: 305_000, survivor: 305_000 }),
  stateAndLocalTaxes: Object.freeze({
    limit: byStatus({ single: 10_000, joint: 10_000, separate: 5_000 }),
    shrinksFrom: byStatus({ single: Infinity, joint: Infinity, separate: Infinity }),
    leastLimit: byStatus({ single: 10_000, joint: 10_000, separate: 5_000 }),
  }),
})
