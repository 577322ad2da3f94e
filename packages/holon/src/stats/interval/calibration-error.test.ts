import { expect, test } from 'vitest'
import { calibrationError, equalWidthEdges, reliability } from '../metrics/reliability.ts'
import { seededRandom } from '../random/seeded.ts'
import { calibrationErrorInterval } from './calibration-error.ts'
import { anyShare } from './interval.ts'

const edges = equalWidthEdges(10)

/** Curves of n rows with uniform probabilities whose labels come true with `share`. */
function curves(n: number, rounds: number, share: (p: number) => number) {
  const random = seededRandom(20)
  return Array.from({ length: rounds }, () => {
    const probabilities = Array.from({ length: n }, () => random.next())
    const labels = probabilities.map((p) => Number(random.next() < share(p)))
    return reliability(probabilities, labels, edges)
  })
}

test.each([
  ['calibrated', (p: number) => p, 0],
  ['too sure of itself', (p: number) => 0.5 + (p - 0.5) * 0.6, 0.1],
])('covers the error of a model that is %s', (_, share, error) => {
  for (const n of [100, 1000]) {
    const found = curves(n, 400, share).map((curve) => calibrationErrorInterval(curve))
    const covered = found.filter(({ lower, upper }) => lower <= error && error <= upper).length
    expect(covered / found.length).toBeGreaterThanOrEqual(0.95)
  }
})

test('tells a model that is too sure from a calibrated one, given rows', () => {
  const [curve = []] = curves(5000, 1, (p) => 0.5 + (p - 0.5) * 0.6)
  const { lower, upper } = calibrationErrorInterval(curve)
  expect(lower).toBeGreaterThan(0.05)
  expect(upper).toBeLessThan(0.15)
})

test('holds the observed error and widens with its confidence', () => {
  for (const curve of curves(200, 50, (p) => p * p)) {
    const { lower, upper } = calibrationErrorInterval(curve)
    const wide = calibrationErrorInterval(curve, 0.99)
    const error = calibrationError(curve)
    expect(lower).toBeLessThanOrEqual(error)
    expect(upper).toBeGreaterThan(error)
    expect(wide.lower).toBeLessThanOrEqual(lower)
    expect(wide.upper).toBeGreaterThan(upper)
  }
})

test('is not certain of a bin of equal labels, and says nothing without rows', () => {
  const { upper } = calibrationErrorInterval([{ n: 5, meanProbability: 1, meanOutcome: 1 }])
  expect(upper).toBeGreaterThan(0.1)
  expect(calibrationErrorInterval([])).toEqual(anyShare)
})
