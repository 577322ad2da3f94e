import { requirePositive } from '../argument.ts'
import { type Gram, ridge, solved } from '../regression/ridge.ts'

/** What one action earns, as a line in the features: the fit, and how little is known of it. */
export interface LinearArm {
  /** The constant, then a coefficient for each feature. */
  readonly coefficients: readonly number[]
  /** Inverse of the sums of products of [1, features] with the penalty on the diagonal, line by line. */
  readonly inverse: readonly (readonly number[])[]
}

/**
 * Fits the rewards of one action by ridge regression. Seen from Bayes it is the posterior of a line whose coefficients are
 * normal around 0 (the constant around `around`), with the variance of the noise divided by `strength`
 * (S. Agrawal, N. Goyal, 2013); an action that nobody took is such a line.
 *
 * @param gram sums of products of [1, features, reward], see `banditSums`
 * @throws HolonError `input-invalid` for a strength that is not above 0
 * @example
 * ```ts
 * import { banditSums, expectedReward, linearArm } from 'holon/stats'
 * const sums = banditSums([{ features: [0.5], reward: 1 }, { features: [-0.5], reward: 0 }], 1)
 * const arm = linearArm(sums, { strength: 1e-9, around: 0 })
 * expectedReward(arm, [0.5]) // 1, nearly
 * ```
 */
export function linearArm(
  gram: Gram,
  { strength, around }: { readonly strength: number; readonly around: number },
): LinearArm {
  requirePositive('strength', strength)
  const size = gram.length
  // The penalised products, with the unit matrix behind them.
  const matrix = gram.map((line, i) =>
    Float64Array.from({ length: 2 * size }, (_, j) =>
      j < size ? (line[j] ?? 0) + (i === j ? strength : 0) : Number(j - size === i),
    ),
  )
  return { coefficients: ridge([gram], { strength, around }), inverse: solved(matrix) }
}

/** What an action is expected to earn where the features are so. */
export function expectedReward(
  { coefficients }: Pick<LinearArm, 'coefficients'>,
  features: readonly number[],
): number {
  let sum = coefficients[0] ?? 0
  for (const [j, feature] of features.entries()) sum += (coefficients[j + 1] ?? 0) * feature
  return sum
}

/**
 * Standard deviation of what is expected, for rewards that deviate by 1 around their line: the square root of
 * [1, features]' A^-1 [1, features]. It falls with every reward of a decision like this one.
 */
export function rewardDoubt({ inverse }: Pick<LinearArm, 'inverse'>, features: readonly number[]): number {
  const line = [1, ...features]
  let sum = 0
  for (const [i, row] of inverse.entries())
    for (const [j, cell] of row.entries()) sum += (line[i] ?? 0) * cell * (line[j] ?? 0)
  return Math.sqrt(Math.max(0, sum))
}
