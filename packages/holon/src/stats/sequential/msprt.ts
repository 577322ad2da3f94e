import { requirePositive } from '../argument.ts'
import { alwaysValidPValue } from './mixture.ts'

/** The log of the mixture likelihood ratio after each pair of units. */
export type EvidencePath = readonly number[]

/**
 * The mixture sequential probability ratio test of two paired normal streams with known standard deviation
 * `sigma`, mixing over the difference with N(0, tau^2) (R. Johari and others, Always Valid Inference, 2017).
 */
export function normalMsprt(
  x: readonly number[],
  y: readonly number[],
  { sigma, tau }: { sigma: number; tau: number },
): EvidencePath {
  requirePositive('sigma', sigma)
  return evidencePath(x, y, tau, () => 2 * sigma * sigma)
}

/**
 * The same for streams of 0 and 1, with the variance of the running shares; no evidence before `burnIn`
 * pairs.
 */
export function bernoulliMsprt(
  x: readonly number[],
  y: readonly number[],
  { tau, burnIn = 100 }: { tau: number; burnIn?: number },
): EvidencePath {
  return evidencePath(x, y, tau, (p, q, n) => (n < burnIn ? Infinity : p * (1 - p) + q * (1 - q)))
}

/** The number of pairs at which the evidence first exceeds 1 / alpha, or undefined. */
export function firstRejection(path: EvidencePath, alpha: number): number | undefined {
  const index = path.findIndex((log) => log > -Math.log(alpha))
  return index < 0 ? undefined : index + 1
}

/** The p-value after all pairs: the smallest 1 / evidence seen. */
export function pathPValue(path: EvidencePath): number {
  return alwaysValidPValue(path.reduce((most, log) => Math.max(most, log), 0))
}

function evidencePath(
  x: readonly number[],
  y: readonly number[],
  tau: number,
  varianceOf: (meanX: number, meanY: number, n: number) => number,
): EvidencePath {
  requirePositive('tau', tau)
  const path: number[] = []
  let sumX = 0
  let sumY = 0
  for (let i = 0; i < Math.min(x.length, y.length); i += 1) {
    sumX += x[i] ?? Number.NaN
    sumY += y[i] ?? Number.NaN
    const n = i + 1
    const variance = varianceOf(sumX / n, sumY / n, n)
    path.push(variance === Infinity ? 0 : logRatio((sumX - sumY) / n, n, variance, tau * tau))
  }
  return path
}

function logRatio(difference: number, n: number, variance: number, mixing: number): number {
  const total = variance + n * mixing
  return (
    0.5 * Math.log(variance / total) + (n * n * mixing * difference * difference) / (2 * variance * total)
  )
}
