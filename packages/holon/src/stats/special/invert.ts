import { findRoot } from './root.ts'
import type { Tails } from './tails.ts'

/**
 * The point between `low` and `high` below which lies the probability `p`, by matching the logarithm of the
 * smaller tail, so that far tails keep their digits.
 */
export function invert(tails: (x: number) => Tails, p: number, low: number, high: number): number {
  if (p <= 0.5) {
    const target = Math.log(p)
    return findRoot((x) => Math.log(tails(x).lower) - target, low, high)
  }
  const target = Math.log(1 - p)
  return findRoot((x) => target - Math.log(tails(x).upper), low, high)
}
