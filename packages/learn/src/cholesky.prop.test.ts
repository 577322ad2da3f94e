import fc from 'fast-check'
import { expect, test } from 'vitest'
import { solveCholesky } from './cholesky.ts'

const entries = fc.double({ min: -5, max: 5, noNaN: true })
const system = fc.integer({ min: 1, max: 6 }).chain((size) => {
  const line = fc.array(entries, { minLength: size, maxLength: size })
  return fc.record({ factor: fc.array(line, { minLength: size, maxLength: size }), wanted: line })
})

test('finds what made the right side, and reads the lower triangle alone', () => {
  fc.assert(
    fc.property(system, ({ factor, wanted }) => {
      const dot = (a: readonly number[], b: readonly number[]) =>
        a.reduce((sum, one, i) => sum + one * (b[i] as number), 0)
      const matrix = factor.map((a, i) => factor.map((b, j) => dot(a, b) + (i === j ? 1 : 0)))
      const right = matrix.map((row) => dot(row, wanted))
      const triangle = matrix.map((row, i) => row.slice(0, i + 1))
      const found = solveCholesky(triangle, right)
      for (const [i, one] of wanted.entries()) expect(found?.[i]).toBeCloseTo(one, 6)
      expect(solveCholesky(matrix, right)).toEqual(found)
    }),
  )
})

test('has no answer where there is not exactly one', () => {
  expect(solveCholesky([[1], [1, 1]], [1, 1])).toBeUndefined()
  expect(solveCholesky([[-1]], [1])).toBeUndefined()
})
