import { requireShare } from '../argument.ts'
import { requireSuccesses } from '../interval/clopper-pearson.ts'
import { anyShare, type Interval } from '../interval/interval.ts'
import { findRoot } from '../special/root.ts'
import { betaBinomialMixture } from './mixture.ts'

/**
 * An interval of a proportion that may be looked at after every row: all its values together cover the true
 * share with this confidence. `tightAt` is the number of rows at which it is to be narrowest.
 */
export function bernoulliSequence(
  successes: number,
  n: number,
  { confidence = 0.95, tightAt = 100 } = {},
): Interval {
  requireSuccesses(successes, n)
  requireShare('confidence', confidence)
  if (n === 0) return anyShare
  const alpha = 1 - confidence
  const observed = successes / n
  const evidence = (share: number): number => {
    const spread = share * (1 - share)
    const mixture = betaBinomialMixture({ variance: spread * tightAt, alpha, sides: 2 }, share, 1 - share)
    return mixture((observed - share) * n, spread * n) - Math.log(1 / alpha)
  }
  const edge = 1e-9
  const inside = Math.min(1 - edge, Math.max(edge, observed))
  return {
    lower: evidence(edge) < 0 ? 0 : findRoot(evidence, edge, inside),
    upper: evidence(1 - edge) < 0 ? 1 : findRoot(evidence, inside, 1 - edge),
  }
}
