import { requireCount, requireProbability } from '../argument.ts'
import { binomialDensity, incompleteBeta } from '../special/incomplete-beta.ts'

/** The probability of exactly k successes in n trials that each succeed with probability p. */
export function binomialProbability(k: number, n: number, p: number): number {
  requireCount('n', n)
  requireProbability('p', p)
  if (!Number.isInteger(k) || k < 0 || k > n) return 0
  if (k === 0) return (1 - p) ** n
  if (k === n) return p ** n
  if (p === 0 || p === 1) return 0
  return binomialDensity(k, n - k, p, 1 - p)
}

/** The probability of at most k successes in n trials. */
export function binomialCdf(k: number, n: number, p: number): number {
  requireCount('n', n)
  requireProbability('p', p)
  if (k < 0) return 0
  if (k >= n) return 1
  const whole = Math.floor(k)
  return incompleteBeta(whole + 1, n - whole, p).upper
}

/**
 * The smallest k that at least the probability p lies at or below, in n trials of success probability
 * `success`.
 */
export function binomialQuantile(p: number, n: number, success: number): number {
  requireProbability('p', p)
  let low = 0
  let high = n
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (binomialCdf(middle, n, success) >= p) high = middle
    else low = middle + 1
  }
  return low
}
