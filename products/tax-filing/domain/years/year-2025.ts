import { byStatus } from '../filing-status.ts'
import type { ReturnParameters } from './parameters.ts'

/** Tax year 2025, as amended by Public Law 119-21. */
export const year2025: ReturnParameters = Object.freeze({
  year: 2025,
  sources: Object.freeze([
    'Rev. Proc. 2024-40, section 2 (brackets, gains, minimum tax, business thresholds, earned income credit)',
    'Public Law 119-21, section 70102 (standard deduction)',
    'Public Law 119-21, section 70120 (limit on state and local taxes)',
    'Social Security Administration, contribution and benefit base for 2025',
  ]),
  brackets: byStatus({
    single: [11_925, 48_475, 103_350, 197_300, 250_525, 626_350],
    joint: [23_850, 96_950, 206_700, 394_600, 501_050, 751_600],
    separate: [11_925, 48_475, 103_350, 197_300, 250_525, 375_800],
    head: [17_000, 64_850, 103_350, 197_300, 250_500, 626_350],
  }),
  standardDeduction: byStatus({ single: 15_750, joint: 31_500, separate: 15_750, head: 23_625 }),
  socialSecurityWageBase: 176_100,
  largestEarnedIncomeCredit: Object.freeze([649, 4_328, 7_152, 8_046] as const),
  gainsTaxedAt0UpTo: byStatus({ single: 48_350, joint: 96_700, separate: 48_350, head: 64_750 }),
  gainsTaxedAt15UpTo: byStatus({ single: 533_400, joint: 600_050, separate: 300_000, head: 566_700 }),
  minimumTax: Object.freeze({
    exemption: byStatus({ single: 88_100, joint: 137_000, separate: 68_500 }),
    phaseOutFrom: byStatus({ single: 626_350, joint: 1_252_700, separate: 626_350 }),
    lowRateUpTo: byStatus({ single: 239_100, joint: 239_100, separate: 119_550 }),
  }),
  qualifiedBusinessIncome: Object.freeze({
    threshold: byStatus({ single: 197_300, joint: 394_600, separate: 197_300, survivor: 197_300 }),
    phaseInRange: byStatus({ single: 50_000, joint: 100_000, separate: 50_000, survivor: 50_000 }),
  }),
  businessLossLimit: byStatus({ single: 313_000, joint: 626_000, separate: 313_000, survivor: 313_000 }),
  stateAndLocalTaxes: Object.freeze({
    limit: byStatus({ single: 40_000, joint: 40_000, separate: 20_000 }),
    shrinksFrom: byStatus({ single: 500_000, joint: 500_000, separate: 250_000 }),
    leastLimit: byStatus({ single: 10_000, joint: 10_000, separate: 5_000 }),
  }),
})
