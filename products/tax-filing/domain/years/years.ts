import { HolonError } from 'holon'
import type { ReturnParameters, ReturnYear, ScheduleParameters, ScheduleYear } from './parameters.ts'
import { year2022 } from './year-2022.ts'
import { year2023 } from './year-2023.ts'
import { year2024 } from './year-2024.ts'
import { year2025 } from './year-2025.ts'

const returnYears: Readonly<Record<ReturnYear, ReturnParameters>> = { 2024: year2024, 2025: year2025 }
const scheduleYears: Readonly<Record<ScheduleYear, ScheduleParameters>> = {
  2022: year2022,
  2023: year2023,
  ...returnYears,
}

/** The parameters of a year whose whole return can be computed. */
export function returnParameters(year: ReturnYear): ReturnParameters {
  return returnYears[year]
}

/**
 * The rate schedule, standard deduction and payroll amounts of a year.
 *
 * @throws HolonError `input-invalid` for a year that is not known here.
 */
export function scheduleParameters(year: number): ScheduleParameters {
  if (Object.hasOwn(scheduleYears, year)) return scheduleYears[year as ScheduleYear]
  const known = Object.keys(scheduleYears).join(', ')
  throw new HolonError('input-invalid', `the tax year ${year} is not known`, `Use one of ${known}.`, {
    details: { field: 'year' },
  })
}
