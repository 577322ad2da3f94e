import { byStatus } from '../filing-status.ts'
import type { ScheduleParameters } from './parameters.ts'

/** Tax year 2022. */
export const year2022: ScheduleParameters = Object.freeze({
  year: 2022,
  sources: Object.freeze([
    'Rev. Proc. 2021-45, section 3 (brackets, standard deduction, earned income credit)',
    'Social Security Administration, contribution and benefit base for 2022',
  ]),
  brackets: byStatus({
    single: [10_275, 41_775, 89_075, 170_050, 215_950, 539_900],
    joint: [20_550, 83_550, 178_150, 340_100, 431_900, 647_850],
    separate: [10_275, 41_775, 89_075, 170_050, 215_950, 323_925],
    head: [14_650, 55_900, 89_050, 170_050, 215_950, 539_900],
  }),
  standardDeduction: byStatus({ single: 12_950, joint: 25_900, separate: 12_950, head: 19_400 }),
  socialSecurityWageBase: 147_000,
  largestEarnedIncomeCredit: Object.freeze([560, 3_733, 6_164, 6_935] as const),
})
