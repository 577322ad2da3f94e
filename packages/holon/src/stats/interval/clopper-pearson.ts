import { HolonError } from '../../spec/error.ts'
import { requireCount, requireShare } from '../argument.ts'
import { betaQuantile } from '../distribution/beta.ts'
import { anyShare, type Interval } from './interval.ts'

/**
 * The exact interval of a proportion (C. J. Clopper, E. S. Pearson, 1934): never covers less than its
 * confidence, at the price of width. For statements of safety; `wilsonInterval` for measuring.
 */
export function clopperPearsonInterval(successes: number, n: number, confidence = 0.95): Interval {
  requireSuccesses(successes, n)
  requireShare('confidence', confidence)
  if (n === 0) return anyShare
  const alpha = 1 - confidence
  return {
    lower: successes === 0 ? 0 : betaQuantile(alpha / 2, successes, n - successes + 1),
    upper: successes === n ? 1 : betaQuantile(1 - alpha / 2, successes + 1, n - successes),
  }
}

/** Refuses a count of successes that n trials cannot have. */
export function requireSuccesses(successes: number, n: number): void {
  requireCount('n', n)
  requireCount('successes', successes)
  if (successes <= n) return
  throw new HolonError(
    'input-invalid',
    `there are ${successes} successes in ${n} trials`,
    'Give at most n successes.',
  )
}
