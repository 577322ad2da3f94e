import { devianceTerm, stirlingError } from './log-gamma.ts'
import { fromLower, fromUpper, type Tails } from './tails.ts'

// Both expansions need some multiple of sqrt(a) steps where x is near a; this bounds a at about 1e10.
const maximumSteps = 1_000_000

/**
 * The regularized incomplete gamma functions P(a, x) and Q(a, x), for a > 0 and x >= 0: series below the
 * mean, continued fraction above (Abramowitz & Stegun 6.5.29 and 6.5.31). Relative error about 1e-14.
 */
export function incompleteGamma(a: number, x: number): Tails {
  if (x <= 0) return { lower: 0, upper: 1 }
  if (x === Infinity) return { lower: 1, upper: 0 }
  const front = Math.exp(-stirlingError(a) - devianceTerm(a, x)) / Math.sqrt(2 * Math.PI * a)
  if (x < a + 1) return fromLower(front * series(a, x))
  return fromUpper(front * a * fraction(a, x))
}

function series(a: number, x: number): number {
  let term = 1
  let sum = 1
  for (let n = 1; n < maximumSteps; n += 1) {
    term *= x / (a + n)
    if (term < sum * Number.EPSILON * 0.1) break
    sum += term
  }
  return sum
}

function fraction(a: number, x: number): number {
  let b = x + 1 - a
  let c = Infinity
  let d = 1 / b
  let product = d
  for (let n = 1; n < maximumSteps; n += 1) {
    const numerator = -n * (n - a)
    b += 2
    d = 1 / (b + numerator * d)
    c = b + numerator / c
    const factor = c * d
    product *= factor
    if (Math.abs(factor - 1) < Number.EPSILON) break
  }
  return product
}
