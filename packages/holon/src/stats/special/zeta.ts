import { requirePositive } from '../argument.ts'

/**
 * Riemann's zeta function for s > 1, by Euler's and Maclaurin's sum: twelve terms and four corrections give
 * 1e-14.
 */
export function zeta(s: number): number {
  requirePositive('s - 1', s - 1)
  const n = 12
  let sum = 0
  for (let k = 1; k < n; k += 1) sum += k ** -s
  sum += n ** (1 - s) / (s - 1) + n ** -s / 2
  let term = s * n ** (-s - 1)
  for (const [j, ratio] of [1 / 12, -1 / 720, 1 / 30240, -1 / 1209600, 1 / 47900160].entries()) {
    sum += ratio * term
    term *= (s + 2 * j + 1) * (s + 2 * j + 2) * n ** -2
  }
  return sum
}
