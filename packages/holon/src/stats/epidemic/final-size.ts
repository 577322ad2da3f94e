import { requireCount, requirePositive } from '../argument.ts'
import { findRoot } from '../special/root.ts'

/**
 * The share of a closed, wholly susceptible population that an epidemic reaches in the end: the root of
 * z = 1 - exp(-R0 z) (W. Kermack, A. McKendrick, 1927). It depends on the basic reproduction number alone, not on how
 * long people are infected before they infect. 0 up to a number of 1.
 *
 * @throws HolonError `input-invalid` for a number that is not above 0
 * @example
 * ```ts
 * finalSize(2) // 0.79681
 * ```
 */
export function finalSize(reproduction: number): number {
  requirePositive('reproduction', reproduction)
  if (reproduction <= 1) return 0
  // Where z = log(R0) / R0 the curve is highest: the root lies beyond.
  return findRoot((z) => -Math.expm1(-reproduction * z) - z, Math.log(reproduction) / reproduction, 1)
}

/** The share of immune people from which on no epidemic starts: 1 - 1 / R0; 0 up to a number of 1. */
export function herdImmunity(reproduction: number): number {
  requirePositive('reproduction', reproduction)
  return Math.max(0, 1 - 1 / reproduction)
}

/**
 * The probability that an outbreak from some cases dies out by itself, where each infects at random during an
 * exponential time: (1 / R0) for each case (P. Whittle, 1955); 1 up to a number of 1.
 */
export function extinctionProbability(reproduction: number, cases = 1): number {
  requirePositive('reproduction', reproduction)
  requireCount('cases', cases)
  return Math.min(1, 1 / reproduction) ** cases
}
