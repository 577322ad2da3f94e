import { requirePositive, requireShare } from '../argument.ts'
import { betaQuantile } from '../distribution/beta.ts'
import { requireSuccesses } from './clopper-pearson.ts'
import type { Interval } from './interval.ts'

/**
 * The central credible interval of a proportion under a Beta(`prior[0]`, `prior[1]`) prior; Jeffreys' prior
 * (1/2, 1/2) unless another is given.
 */
export function betaBinomialInterval(
  successes: number,
  n: number,
  confidence = 0.95,
  prior: readonly [number, number] = [0.5, 0.5],
): Interval {
  requireSuccesses(successes, n)
  requireShare('confidence', confidence)
  for (const parameter of prior) requirePositive('prior', parameter)
  const a = prior[0] + successes
  const b = prior[1] + n - successes
  return { lower: betaQuantile((1 - confidence) / 2, a, b), upper: betaQuantile((1 + confidence) / 2, a, b) }
}
