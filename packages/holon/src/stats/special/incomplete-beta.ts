import { devianceTerm, stirlingError } from './log-gamma.ts'
import { fromLower, fromUpper, type Tails } from './tails.ts'

const maximumSteps = 1_000_000

/**
 * The regularized incomplete beta function I_x(a, b) and its complement, for a, b > 0 and x in [0, 1]. `y` is
 * 1 - x, given by callers who know it with more digits. Continued fraction of A. R. DiDonato and A. H. Morris
 * (ACM TOMS 18, 1992) on the side of the mean where it converges fast. Relative error about 1e-14.
 */
export function incompleteBeta(a: number, b: number, x: number, y = 1 - x): Tails {
  if (x <= 0) return { lower: 0, upper: 1 }
  if (y <= 0) return { lower: 1, upper: 0 }
  const front = binomialDensity(a, b, x, y) * a * (b / (a + b))
  if (x <= (a + 1) / (a + b + 2)) return fromLower(front / fraction(a, b, x, y))
  return fromUpper(front / fraction(b, a, y, x))
}

/** x^a y^b Γ(a + b + 1) / (Γ(a + 1) Γ(b + 1)), the binomial probability with real a, b > 0 (Loader 2000). */
export function binomialDensity(a: number, b: number, x: number, y: number): number {
  const n = a + b
  const log =
    stirlingError(n) - stirlingError(a) - stirlingError(b) - devianceTerm(a, n * x) - devianceTerm(b, n * y)
  return Math.exp(log) * Math.sqrt(n / (2 * Math.PI * a * b))
}

/** The denominator of I_x(a, b) = x^a y^b / (B(a, b) fraction), evaluated forward by Lentz's method. */
function fraction(a: number, b: number, x: number, y: number): number {
  const drift = a * y - b * x + 1
  let product = (a * drift) / (a + 1)
  let c = product
  let d = 0
  for (let m = 1; m < maximumSteps; m += 1) {
    const before = a + 2 * m - 1
    const numerator = ((a + m - 1) * (a + b + m - 1) * m * (b - m) * x * x) / (before * before)
    const term = m + (m * (b - m) * x) / before + ((a + m) * (drift + m * (1 + y))) / (a + 2 * m + 1)
    d = 1 / (term + numerator * d)
    c = term + numerator / c
    product *= c * d
    if (Math.abs(c * d - 1) <= Number.EPSILON) break
  }
  return product
}
