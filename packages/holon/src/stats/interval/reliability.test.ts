import { expect, test } from 'vitest'
import { binomialQuantile } from '../distribution/binomial.ts'
import { equalWidthEdges, reliability } from '../metrics/reliability.ts'
import { seededRandom } from '../random/seeded.ts'
import { reliabilityIntervals } from './reliability.ts'
import { wilsonInterval } from './wilson.ts'

test('gives every bin the interval of its rows', () => {
  const bins = reliability([0.1, 0.2, 0.2, 0.9, 0.95], [0, 1, 0, 1, 1], equalWidthEdges(2))
  const points = reliabilityIntervals(bins, 0.9)
  expect(points.map(({ interval: _, ...bin }) => bin)).toEqual(bins)
  for (const [i, [successes, n]] of (
    [
      [1, 3],
      [2, 2],
    ] as const
  ).entries()) {
    const { lower, upper } = wilsonInterval(successes, n, 0.9)
    expect(points[i]?.interval).toEqual({
      lower: expect.closeTo(lower, 12),
      upper: expect.closeTo(upper, 12),
    })
  }
  expect(() => reliabilityIntervals(bins, 1)).toThrow('confidence is 1')
})

test('reach the diagonal of a calibrated model about as often as promised', () => {
  const random = seededRandom('reliability')
  let missed = 0
  let drawn = 0
  for (let round = 0; round < 200; round += 1) {
    const p = Array.from({ length: 500 }, () => random.next())
    const y = p.map((share) => Number(random.next() < share))
    for (const { meanProbability, interval } of reliabilityIntervals(reliability(p, y))) {
      drawn += 1
      if (meanProbability < interval.lower || meanProbability > interval.upper) missed += 1
    }
  }
  expect(missed).toBeLessThan(binomialQuantile(1 - 1e-6, drawn, 0.06))
  expect(missed).toBeGreaterThan(binomialQuantile(1e-6, drawn, 0.03))
})
