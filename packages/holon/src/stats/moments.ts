import { requireCount, requirePaired } from './argument.ts'

/** What a set of numbers leaves behind for its mean and variance. Two sets merge without their rows. */
export interface Moments {
  readonly n: number
  readonly mean: number
  /** The sum of squared deviations from the mean. */
  readonly squares: number
}

/** The same for pairs: two means, two sums of squares and the sum of products of deviations. */
export interface PairMoments {
  readonly n: number
  readonly meanX: number
  readonly meanY: number
  readonly squaresX: number
  readonly squaresY: number
  readonly products: number
}

/** Raw sums, as a warehouse gives them. */
export interface Sums {
  readonly n: number
  readonly sum: number
  readonly sumSquares: number
}

/** Raw sums of pairs, as a warehouse gives them. */
export interface PairSums {
  readonly n: number
  readonly sumX: number
  readonly sumY: number
  readonly sumXX: number
  readonly sumYY: number
  readonly sumXY: number
}

/** The moments of no rows: the neutral element of merging. */
export const noMoments: Moments = Object.freeze({ n: 0, mean: 0, squares: 0 })

/** The moments of no pairs. */
export const noPairMoments: PairMoments = Object.freeze({
  n: 0,
  meanX: 0,
  meanY: 0,
  squaresX: 0,
  squaresY: 0,
  products: 0,
})

/** The moments after one more value (B. P. Welford, 1962). */
export function addValue(moments: Moments, value: number): Moments {
  return mergeMoments(moments, { n: 1, mean: value, squares: 0 })
}

/** The moments after one more pair. */
export function addPair(moments: PairMoments, x: number, y: number): PairMoments {
  return mergePairMoments(moments, { n: 1, meanX: x, meanY: y, squaresX: 0, squaresY: 0, products: 0 })
}

/** The moments of two sets taken together (Chan, Golub & LeVeque, 1983). */
export function mergeMoments(a: Moments, b: Moments): Moments {
  if (a.n === 0) return b
  if (b.n === 0) return a
  const n = a.n + b.n
  const delta = b.mean - a.mean
  return {
    n,
    mean: a.mean + (delta * b.n) / n,
    squares: a.squares + b.squares + delta * delta * ((a.n * b.n) / n),
  }
}

/** The moments of two sets of pairs taken together. */
export function mergePairMoments(a: PairMoments, b: PairMoments): PairMoments {
  if (a.n === 0) return b
  if (b.n === 0) return a
  const n = a.n + b.n
  const share = (a.n * b.n) / n
  const deltaX = b.meanX - a.meanX
  const deltaY = b.meanY - a.meanY
  return {
    n,
    meanX: a.meanX + (deltaX * b.n) / n,
    meanY: a.meanY + (deltaY * b.n) / n,
    squaresX: a.squaresX + b.squaresX + deltaX * deltaX * share,
    squaresY: a.squaresY + b.squaresY + deltaY * deltaY * share,
    products: a.products + b.products + deltaX * deltaY * share,
  }
}

/** The moments of a list of values. */
export function momentsOf(values: Iterable<number>): Moments {
  let moments = noMoments
  for (const value of values) moments = addValue(moments, value)
  return moments
}

/** The moments of two lists of equal length, read in step. */
export function pairMomentsOf(x: ArrayLike<number>, y: ArrayLike<number>): PairMoments {
  requirePaired(x, y)
  let moments = noPairMoments
  for (let i = 0; i < x.length; i += 1) moments = addPair(moments, x[i] ?? Number.NaN, y[i] ?? Number.NaN)
  return moments
}

/**
 * Moments from raw sums. Where the mean is large against the spread the sums have lost digits; nothing brings
 * them back.
 */
export function momentsFromSums({ n, sum, sumSquares }: Sums): Moments {
  requireCount('n', n)
  if (n === 0) return noMoments
  const mean = sum / n
  return { n, mean, squares: Math.max(0, sumSquares - sum * mean) }
}

/** Pair moments from raw sums. */
export function pairMomentsFromSums({ n, sumX, sumY, sumXX, sumYY, sumXY }: PairSums): PairMoments {
  requireCount('n', n)
  if (n === 0) return noPairMoments
  return {
    n,
    meanX: sumX / n,
    meanY: sumY / n,
    squaresX: Math.max(0, sumXX - (sumX * sumX) / n),
    squaresY: Math.max(0, sumYY - (sumY * sumY) / n),
    products: sumXY - (sumX * sumY) / n,
  }
}

/** The unbiased variance (divided by n - 1); NaN for fewer than two values. */
export function variance(moments: Moments): number {
  return moments.n < 2 ? Number.NaN : moments.squares / (moments.n - 1)
}

/** The unbiased covariance; NaN for fewer than two pairs. */
export function covariance(moments: PairMoments): number {
  return moments.n < 2 ? Number.NaN : moments.products / (moments.n - 1)
}
