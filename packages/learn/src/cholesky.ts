/**
 * Solves a symmetric positive definite system by Cholesky's decomposition; undefined when the matrix is not positive
 * definite, to rounding.
 *
 * @param matrix its lower triangle, row by row; what is above is not read. Kept as it is.
 * @example
 * ```ts
 * import { solveCholesky } from '@holon/learn'
 * solveCholesky([[4], [2, 3]], [8, 7]) // Float64Array [1.25, 1.5]
 * ```
 */
export function solveCholesky(
  matrix: readonly ArrayLike<number>[],
  right: ArrayLike<number>,
): Float64Array | undefined {
  const size = right.length
  const lower = Array.from({ length: size }, (_, i) => Float64Array.from(matrix[i] ?? []))
  const cell = (row: number, column: number) => (lower[row] as Float64Array)[column] as number
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = cell(i, j)
      for (let k = 0; k < j; k++) sum -= cell(i, k) * cell(j, k)
      const line = lower[i] as Float64Array
      if (i > j) line[j] = sum / cell(j, j)
      else if (sum > 1e-12) line[i] = Math.sqrt(sum)
      else return undefined
    }
  }
  const solution = Float64Array.from(right)
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) solution[i] = (solution[i] as number) - cell(i, k) * (solution[k] as number)
    solution[i] = (solution[i] as number) / cell(i, i)
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++)
      solution[i] = (solution[i] as number) - cell(k, i) * (solution[k] as number)
    solution[i] = (solution[i] as number) / cell(i, i)
  }
  return solution
}
