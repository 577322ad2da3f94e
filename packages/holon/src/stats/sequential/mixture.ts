import { requirePositive, requireShare } from '../argument.ts'
import { normalCdf } from '../distribution/normal.ts'
import { incompleteBeta } from '../special/incomplete-beta.ts'
import { incompleteGamma } from '../special/incomplete-gamma.ts'
import { logBeta, logGamma } from '../special/log-gamma.ts'
import { findRoot } from '../special/root.ts'

/**
 * A mixture of exponential supermartingales: the evidence against the null after a sum `s` of deviations with
 * accumulated variance `v`, as its logarithm. The chance that it ever exceeds ln(1 / alpha) under the null is
 * at most alpha, however often one looks (S. Howard and others, Time-uniform, Nonparametric, Nonasymptotic
 * Confidence Sequences, 2021).
 */
export type LogMixture = (s: number, v: number) => number

/** Where a mixture is to be tightest: at the accumulated variance `variance`, for the level `alpha`. */
export interface Tuning {
  readonly variance: number
  readonly alpha: number
  readonly sides: 1 | 2
}

/**
 * The precision of the mixing distribution that makes a normal mixture tightest at the tuning (Howard 2021,
 * proposition 3).
 */
export function mixturePrecision({ variance, alpha, sides }: Tuning): number {
  requirePositive('variance', variance)
  requireShare('alpha', alpha)
  const log = 2 * Math.log(1 / (sides === 2 ? alpha : Math.min(0.999, 2 * alpha)))
  return variance / (log + Math.log(1 + log))
}

/** For sums with normal-like tails. */
export function normalMixture(tuning: Tuning): LogMixture {
  const rho = mixturePrecision(tuning)
  return (s, v) => {
    const both = 0.5 * Math.log(rho / (v + rho)) + (s * s) / (2 * (v + rho))
    return tuning.sides === 2 ? both : both + Math.log(2) + Math.log(normalCdf(s / Math.sqrt(v + rho)))
  }
}

/** For sums whose upward steps may be large: sub-gamma with scale c. One-sided. */
export function gammaExponentialMixture(tuning: Omit<Tuning, 'sides'>, c: number): LogMixture {
  requirePositive('c', c)
  const shape = mixturePrecision({ ...tuning, sides: 1 }) / (c * c)
  const logLower = (a: number, x: number): number => Math.log(incompleteGamma(a, x).lower)
  const front = shape * Math.log(shape) - logGamma(shape) - logLower(shape, shape)
  return (s, v) => {
    const drift = (c * s + v) / (c * c)
    const a = v / (c * c) + shape
    const x = drift + shape
    return front + logGamma(a) + logLower(a, x) - a * Math.log(x) + drift
  }
}

/** For bounded steps, from -g to h: sub-Bernoulli. */
export function betaBinomialMixture(tuning: Tuning, g: number, h: number): LogMixture {
  requirePositive('g', g)
  requirePositive('h', h)
  const r = Math.max(mixturePrecision(tuning) - g * h, 1e-3 * g * h)
  const span = g + h
  const logPart = (a: number, b: number): number =>
    logBeta(a, b) + (tuning.sides === 2 ? 0 : Math.log(incompleteBeta(a, b, h / span, g / span).lower))
  const normalizer = logPart(r / (g * span), r / (h * span))
  return (s, v) => {
    const down = (v - g * s) / (g * span)
    const up = (v + h * s) / (h * span)
    const likelihood = (v / (g * h)) * Math.log(span) - up * Math.log(g) - down * Math.log(h)
    return likelihood + logPart(r / (g * span) + down, r / (h * span) + up) - normalizer
  }
}

/**
 * The sum at which a mixture reaches ln(1 / alpha) for this accumulated variance: a boundary no sum crosses
 * with probability of more than alpha. `most` is the largest sum that can occur; where even that is no
 * evidence the answer is `most`.
 */
export function mixtureBound(mixture: LogMixture, v: number, alpha: number, most = Infinity): number {
  requireShare('alpha', alpha)
  const threshold = Math.log(1 / alpha)
  let high = Math.min(most, Math.max(1, Math.sqrt(v)))
  while (high < most && mixture(high, v) < threshold) high = Math.min(most, 2 * high)
  return mixture(high, v) < threshold ? high : findRoot((s) => mixture(s, v) - threshold, 0, high)
}

/** The p-value that stays valid however often one looks: 1 / mixture, at most 1. */
export function alwaysValidPValue(logMixture: number): number {
  return Math.min(1, Math.exp(-logMixture))
}
