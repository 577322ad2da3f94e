import { HolonError } from '../../spec/error.ts'
import { requirePositive } from '../argument.ts'

/**
 * What is left of a count of interruptions after `elapsed` without a new one: half of it after every `halfLife`, in
 * the same unit of time. Add 1 for each new interruption; one number a person is then enough to remember them all.
 *
 * @throws HolonError `input-invalid` for a negative count or time, or a half-life that is not above 0
 * @example
 * ```ts
 * decayed(4, 14, 7) // 1
 * ```
 */
export function decayed(count: number, elapsed: number, halfLife: number): number {
  requireNotBelowZero('count', count)
  requireNotBelowZero('elapsed', elapsed)
  requirePositive('halfLife', halfLife)
  return count * 2 ** (-elapsed / halfLife)
}

/**
 * The value of one more interruption, which is 0 or below, for a person who remembers `count` of them:
 * `interrupting * (1 + growth * count)`.
 *
 * @throws HolonError `input-invalid` where it would become smaller with every interruption
 */
export function grownCost(interrupting: number, growth: number, count: number): number {
  requireNotBelowZero('the cost of interrupting, -interrupting,', -interrupting)
  requireNotBelowZero('growth', growth)
  requireNotBelowZero('count', count)
  return interrupting * (1 + growth * count)
}

function requireNotBelowZero(name: string, value: number): void {
  if (value >= 0 && value !== Infinity) return
  throw new HolonError('input-invalid', `${name} is ${value}`, 'Give a finite number of at least 0.')
}
