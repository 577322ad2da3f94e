import { byStatus } from '../filing-status.ts'
import type { ScheduleParameters } from './parameters.ts'

/** Tax year 2023. */
export const year2023: ScheduleParameters = Object.freeze({
  year: 2023,
  sources: Object.freeze([
    'Rev. Proc. 2022-38, section 3 (brackets, standard deduction, earned income credit)',
    'Social Security Administration, contribution and benefit base for 2023',
  ]),
  brackets: byStatus({
    single: [11_000, 44_725, 95_375, 182_100, 231_250, 578_125],
    joint: [22_000, 89_450, 190_750, 364_200, 462_500, 693_750],
    separate: [11_000, 44_725, 95_375, 182_100, 231_250, 346_875],
    head: [15_700, 59_850, 95_350, 182_100, 231_250, 578_100],
  }),
  standardDeduction: byStatus({ single: 13_850, joint: 27_700, separate: 13_850, head: 20_800 }),
  socialSecurityWageBase: 160_200,
  largestEarnedIncomeCredit: Object.freeze([600, 3_995, 6_604, 7_430] as const),
})
