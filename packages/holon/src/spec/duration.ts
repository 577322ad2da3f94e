import { HolonError } from './error.ts'

const milliseconds = {
  millisecond: 1,
  second: 1_000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
  month: 2_629_746_000,
  year: 31_556_952_000,
} as const

type Unit = keyof typeof milliseconds

/** A length of time in words: `'50 milliseconds'`, `'1 day'`, `'3 years'`. A month and a year are the Gregorian means. */
export type Duration = `${number} ${Unit}` | `${number} ${Unit}s`

/**
 * Milliseconds of a duration.
 *
 * @throws HolonError `declaration-invalid` when it is not a positive number and a unit.
 * @example
 * ```ts
 * inMilliseconds('2 minutes') // 120000
 * ```
 */
export function inMilliseconds(duration: Duration): number {
  const [amount, unit = ''] = duration.split(' ')
  const factor = milliseconds[(unit.endsWith('s') ? unit.slice(0, -1) : unit) as Unit]
  const result = Number(amount) * (factor ?? Number.NaN)
  if (Number.isFinite(result) && result > 0) return result
  throw new HolonError(
    'declaration-invalid',
    `"${duration}" is not a length of time.`,
    'Write a positive number, a space and a unit, for example "3 years" or "50 milliseconds".',
  )
}
