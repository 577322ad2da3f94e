import { seededRandom } from 'holon/stats'
import { expect, test } from 'vitest'
import { predicted, ridge } from './ridge.ts'

const random = seededRandom(3)
const rows = Array.from({ length: 200 }, () => [random.next() * 5, random.next() - 2, random.next() * 100])
const truth = ([a = 0, b = 0, c = 0]: readonly number[]) => 7 + 2 * a - 3 * b + 0.05 * c

test('finds the plane that made the numbers', () => {
  const model = ridge(['a', 'b', 'c'], rows, rows.map(truth), 1e-9)
  expect(model.intercept).toBeCloseTo(7, 6)
  for (const [i, weight] of [2, -3, 0.05].entries()) expect(model.weights[i]).toBeCloseTo(weight, 6)
  expect(predicted(model, [1, 1, 1])).toBeCloseTo(6.05, 6)
})

test('a penalty draws weights towards zero, the mean stays', () => {
  const targets = rows.map(truth)
  const [loose, tight] = [1e-9, 1e6].map((penalty) => ridge(['a', 'b', 'c'], rows, targets, penalty))
  for (const i of [0, 1, 2]) {
    expect(Math.abs(tight?.weights[i] ?? 1)).toBeLessThan(Math.abs(loose?.weights[i] ?? 0) / 100)
  }
  const mean = targets.reduce((sum, one) => sum + one, 0) / targets.length
  expect(tight && predicted(tight, [2.5, -1.5, 50])).toBeCloseTo(mean, 0)
})

test('a column that never moves gets no weight, and what does not fit is refused', () => {
  const model = ridge(
    ['x', 'same'],
    [
      [1, 4],
      [2, 4],
      [3, 4],
    ],
    [1, 2, 3],
    1e-9,
  )
  expect(model.weights[1]).toBe(0)
  expect(() => ridge(['x'], [[1]], [1, 2], 1)).toThrow('1 rows, 2 targets')
  expect(() => ridge(['x'], [[1], [Number.NaN]], [1, 2], 1)).toThrow('no number')
})
