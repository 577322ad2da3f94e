import { HolonError } from '../spec/error.ts'

/** What rows of k numbers leave behind for means and covariances. Two sets merge without their rows. */
export interface JointMoments {
  readonly n: number
  readonly means: readonly number[]
  /** Sums of products of deviations, k by k. */
  readonly products: readonly (readonly number[])[]
}

/** The joint moments of k columns of equal length. */
export function jointMomentsOf(columns: readonly (readonly number[])[]): JointMoments {
  const n = columns[0]?.length ?? 0
  if (n === 0 || columns.some((column) => column.length !== n)) {
    throw new HolonError('input-invalid', 'columns differ in length', 'Give columns of equally many values.')
  }
  const means = columns.map((column) => column.reduce((sum, value) => sum + value, 0) / n)
  const centred = columns.map((column, i) => column.map((value) => value - (means[i] ?? 0)))
  const products = centred.map((a) =>
    centred.map((b) => a.reduce((sum, x, row) => sum + x * (b[row] ?? 0), 0)),
  )
  return { n, means, products }
}

/** The joint moments of two sets of rows taken together. */
export function mergeJointMoments(a: JointMoments, b: JointMoments): JointMoments {
  const n = a.n + b.n
  const deltas = a.means.map((mean, i) => (b.means[i] ?? 0) - mean)
  const share = (a.n * b.n) / n
  return {
    n,
    means: a.means.map((mean, i) => mean + ((deltas[i] ?? 0) * b.n) / n),
    products: a.products.map((row, i) =>
      row.map((value, j) => value + (b.products[i]?.[j] ?? 0) + (deltas[i] ?? 0) * (deltas[j] ?? 0) * share),
    ),
  }
}

/** The unbiased covariance per row of two weighted sums of the columns. */
export function linearCovariance(
  { n, products }: JointMoments,
  first: readonly number[],
  second: readonly number[],
): number {
  let sum = 0
  for (const [i, a] of first.entries()) {
    for (const [j, b] of second.entries()) sum += a * b * (products[i]?.[j] ?? 0)
  }
  return sum / (n - 1)
}

/** The weights of the columns in the linear form of the ratio of two of their means (delta method). */
export function ratioWeights(moments: JointMoments, numerator: number, denominator: number): number[] {
  const top = moments.means[numerator] ?? Number.NaN
  const bottom = moments.means[denominator] ?? Number.NaN
  return moments.means.map((_, i) => {
    const own = i === numerator ? 1 / bottom : 0
    return i === denominator ? own - top / (bottom * bottom) : own
  })
}
