import { requireCount, requireShare } from '../argument.ts'
import { betaQuantile } from '../distribution/beta.ts'
import { logBeta, logChoose } from '../special/log-gamma.ts'

/**
 * Parameters of the beta distribution that the coverage of split conformal prediction follows over
 * calibration sets.
 */
export interface CoverageDistribution {
  readonly a: number
  readonly b: number
}

/**
 * The distribution of coverage after calibration on n rows (V. Vovk, Conditional Validity of Inductive
 * Conformal Predictors, 2012).
 */
export function coverageDistribution(n: number, alpha: number): CoverageDistribution {
  requireCount('n', n)
  requireShare('alpha', alpha)
  return distribution(n, alpha)
}

/** Whether the central 1 - delta of coverages after n calibration rows lies within epsilon of 1 - alpha. */
export function coverageWithin(n: number, alpha: number, epsilon: number, delta: number): boolean {
  requireCount('n', n)
  requireShare('alpha', alpha)
  requireShare('delta', delta)
  return staysWithin(n, alpha, epsilon, delta)
}

/**
 * How many calibration rows bring the central 1 - delta of coverages within epsilon of 1 - alpha. The order
 * statistic jumps with n, so near the boundary some numbers suffice and larger ones do not; bisection between
 * 1 / alpha and 1e11 (of real numbers, as A. Angelopoulos and S. Bates, A Gentle Introduction to Conformal
 * Prediction, 2021, did it) finds one that suffices where one less does not.
 */
export function calibrationSize(alpha: number, epsilon: number, delta: number): number {
  requireShare('alpha', alpha)
  requireShare('epsilon', epsilon)
  requireShare('delta', delta)
  let low = Math.ceil(1 / alpha)
  let high = 1e11
  if (staysWithin(low, alpha, epsilon, delta)) return low
  while (high - low > 1e-6) {
    const middle = (low + high) / 2
    if (staysWithin(middle, alpha, epsilon, delta)) high = middle
    else low = middle
  }
  return Math.ceil(high - 1e-6)
}

function staysWithin(n: number, alpha: number, epsilon: number, delta: number): boolean {
  const { a, b } = distribution(n, alpha)
  if (b === 0) return false
  return (
    betaQuantile(delta / 2, a, b) >= 1 - alpha - epsilon &&
    betaQuantile(1 - delta / 2, a, b) <= 1 - alpha + epsilon
  )
}

function distribution(n: number, alpha: number): CoverageDistribution {
  // Products such as 30 * 0.1 must not fall short of the whole number they stand for.
  const left = Math.floor((n + 1) * alpha + 1e-9)
  return { a: n + 1 - left, b: left }
}

/** The probability that exactly k of n new rows are covered: beta-binomial. */
export function coveredProbability(k: number, n: number, { a, b }: CoverageDistribution): number {
  if (b === 0) return k === n ? 1 : 0
  return Math.exp(logChoose(n, k) + logBeta(k + a, n - k + b) - logBeta(a, b))
}
