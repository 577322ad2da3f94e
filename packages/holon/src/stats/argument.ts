import { HolonError } from '../spec/error.ts'

/** Refuses an argument that is not a finite number above zero, with code `input-invalid`. */
export function requirePositive(name: string, value: number): void {
  if (!(value > 0) || value === Infinity) refuse(name, value, 'a finite number above 0')
}

/** Refuses an argument outside [0, 1]. */
export function requireProbability(name: string, value: number): void {
  if (!(value >= 0 && value <= 1)) refuse(name, value, 'a number from 0 to 1')
}

/**
 * Refuses an argument outside the open interval (0, 1), such as a confidence level or a significance level.
 */
export function requireShare(name: string, value: number): void {
  if (!(value > 0 && value < 1)) refuse(name, value, 'a number between 0 and 1')
}

/** Refuses an argument that is not a whole number of at least `least`. */
export function requireCount(name: string, value: number, least = 0): void {
  if (!Number.isSafeInteger(value) || value < least)
    refuse(name, value, `a whole number of at least ${least}`)
}

/** Refuses two lists of unequal length, or empty ones. */
export function requirePaired(first: ArrayLike<unknown>, second: ArrayLike<unknown>): void {
  if (first.length === second.length && first.length > 0) return
  throw new HolonError(
    'input-invalid',
    `lists of ${first.length} and ${second.length} values cannot be paired`,
    'Give two lists of the same length with at least one value.',
  )
}

function refuse(name: string, value: number, wanted: string): never {
  throw new HolonError('input-invalid', `${name} is ${value}`, `Give ${wanted}.`)
}
