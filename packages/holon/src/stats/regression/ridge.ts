import { requirePositive } from '../argument.ts'

/** Sums of products of [1, features, value], one line for each of 1 and the features: all that a linear fit needs. */
export type Gram = readonly Float64Array[]

/** No observations of so many features. */
export const noGram = (features: number): Gram =>
  Array.from({ length: features + 1 }, () => new Float64Array(features + 2))

/** Counts an observation in, `count` times. */
export function addToGram(gram: Gram, features: readonly number[], value: number, count = 1): void {
  const line = [1, ...features, value]
  for (const [i, into] of gram.entries()) {
    const factor = count * (line[i] ?? 0)
    for (let j = 0; j < into.length; j += 1) into[j] = (into[j] ?? 0) + factor * (line[j] ?? 0)
  }
}

/**
 * Least squares with a penalty (A. Hoerl, R. Kennard, 1970) of `strength` observations on every coefficient, the constant
 * included, of features that are standardised: with little data it answers nearly `around`, with much the plain fit.
 *
 * @returns the constant and a coefficient for each feature, over the observations of all grams
 * @throws HolonError `input-invalid` for a strength that is not above 0
 */
export function ridge(
  grams: readonly Gram[],
  { strength, around }: { readonly strength: number; readonly around: number },
): readonly number[] {
  requirePositive('strength', strength)
  const size = grams[0]?.length ?? 0
  const matrix = Array.from({ length: size }, (_, i) => {
    const line = Float64Array.from({ length: size + 1 }, (__, j) =>
      grams.reduce((sum, gram) => sum + (gram[i]?.[j] ?? 0), i === j ? strength : 0),
    )
    // Deviations from `around`, instead of the values.
    const first = grams.reduce((sum, gram) => sum + (gram[i]?.[0] ?? 0), 0)
    line[size] = (line[size] ?? 0) - around * first
    return line
  })
  const [constant = 0, ...slopes] = solved(matrix).flat()
  return [constant + around, ...slopes]
}

/**
 * Solves by elimination, in place, a system with its right sides behind its columns: a line of solutions for each unknown.
 * It is to be symmetric and positive definite, so no pivoting is needed.
 */
export function solved(matrix: readonly Float64Array[]): readonly (readonly number[])[] {
  const cell = (i: number, j: number): number => matrix[i]?.[j] ?? 0
  const size = matrix.length
  for (const [pivot, from] of matrix.entries()) {
    for (const [i, into] of matrix.entries()) {
      if (i === pivot) continue
      const factor = cell(i, pivot) / cell(pivot, pivot)
      for (let j = pivot; j < into.length; j += 1) into[j] = cell(i, j) - factor * (from[j] ?? 0)
    }
  }
  return matrix.map((line, i) => Array.from(line.subarray(size), (right) => right / cell(i, i)))
}
