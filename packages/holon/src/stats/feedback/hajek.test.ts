import { expect, test } from 'vitest'
import { normalQuantile } from '../distribution/normal.ts'
import { scoreInterval, wilsonInterval } from '../interval/wilson.ts'
import { hajekMean, type Weighted } from './hajek.ts'

const rows = (n: number, value: number, weight: number): Weighted[] =>
  Array.from({ length: n }, () => ({ value, weight }))

test('of equal weights it is the mean with the interval of Wilson', () => {
  const { value, interval, effectiveSampleSize } = hajekMean(
    [...rows(30, 1, 2), ...rows(10, 0, 2)],
    [0, 1],
    0.95,
  )
  expect(value).toBe(0.75)
  expect(effectiveSampleSize).toBeCloseTo(40, 12)
  expect(interval.lower).toBeCloseTo(wilsonInterval(30, 40).lower, 12)
  expect(interval.upper).toBeCloseTo(wilsonInterval(30, 40).upper, 12)
})

// The weights are worth 80^2 / 200 rows; the linearised variance 0.1875 * 80^2 over 52.5 or 22.5.
test.each([
  ['what is rare weighs much', [...rows(40, 1, 1), ...rows(5, 1, 4), ...rows(5, 0, 4)], 1200 / 52.5],
  ['what weighs much agrees', [...rows(20, 1, 1), ...rows(20, 0, 1), ...rows(10, 1, 4)], 32],
])('where %s the interval is for as many rows as are left', (_what, given, size) => {
  const { value, interval, effectiveSampleSize } = hajekMean(given, [0, 1], 0.95)
  expect(value).toBe(0.75)
  expect(effectiveSampleSize).toBeCloseTo(32, 12)
  const wanted = scoreInterval(0.75, size, normalQuantile(0.975))
  expect(interval.lower).toBeCloseTo(wanted.lower, 12)
  expect(interval.upper).toBeCloseTo(wanted.upper, 12)
})
