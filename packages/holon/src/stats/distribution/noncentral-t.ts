import { requirePositive } from '../argument.ts'
import { incompleteBeta } from '../special/incomplete-beta.ts'
import { logGamma } from '../special/log-gamma.ts'
import { normalCdf } from './normal.ts'

const mostTerms = 100_000

/**
 * The probability that (Z + noncentrality) / sqrt(chi-square / freedom) is at most x, by the series of R. V.
 * Lenth (Algorithm AS 243, 1989), summed from its largest term outwards.
 */
export function noncentralTCdf(x: number, freedom: number, noncentrality: number): number {
  requirePositive('freedom', freedom)
  if (x < 0) return 1 - noncentralTCdf(-x, freedom, -noncentrality)
  const square = (x * x) / freedom
  const share = square / (1 + square)
  const rate = (noncentrality * noncentrality) / 2
  const term = (j: number): number => {
    const log = -rate + (rate === 0 ? (j === 0 ? 0 : -Infinity) : j * Math.log(rate))
    const even = Math.exp(log - logGamma(j + 1))
    const odd = (noncentrality / Math.SQRT2) * Math.exp(log - logGamma(j + 1.5))
    const part = (a: number): number => incompleteBeta(a, freedom / 2, share, 1 / (1 + square)).lower
    return (even * part(j + 0.5) + odd * part(j + 1)) / 2
  }
  const middle = Math.floor(rate)
  const sum = sumWhileItMatters(term, middle, -1) + sumWhileItMatters(term, middle + 1, 1)
  return Math.min(1, Math.max(0, normalCdf(-noncentrality) + sum))
}

function sumWhileItMatters(term: (j: number) => number, start: number, step: 1 | -1): number {
  let sum = 0
  for (let j = start; j >= 0 && Math.abs(j - start) < mostTerms; j += step) {
    const value = term(j)
    sum += value
    if (Math.abs(value) <= 1e-17 * Math.abs(sum)) break
  }
  return sum
}
