import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalSurvival } from '../stats/distribution/normal.ts'
import { momentsOf, variance } from '../stats/moments.ts'
import { seededRandom } from '../stats/random/seeded.ts'
import { chiSquareFit } from '../stats/test/chi-square-fit.ts'
import { type Draw, drawFrom } from './draw.ts'

const n = 3000
const seed = fc.integer({ min: 0, max: 1e6 })
const between = (min: number, max: number) => fc.double({ min, max, noNaN: true })

/** Compares mean and variance of many draws with those of theory, by the errors that the fourth moment of the draws gives. */
function expectMoments(from: number, draw: (source: Draw) => number, mean: number, spread: number): void {
  const source = drawFrom(seededRandom(from))
  const values = Array.from({ length: n }, () => draw(source))
  const found = momentsOf(values)
  expect(Math.abs(found.mean - mean)).toBeLessThan(5 * Math.sqrt(spread / n) + 1e-9)
  const squares = momentsOf(values.map((value) => (value - mean) ** 2))
  const error = Math.sqrt(Math.max(variance(squares), spread ** 2) / n)
  // The fourth moment of heavy tails is underestimated.
  expect(Math.abs(squares.mean - spread)).toBeLessThan(6 * error + 1e-9)
}

const runs = { numRuns: 25 }

test('normal, uniform and exponential', () => {
  fc.assert(
    fc.property(seed, between(-50, 50), between(0.1, 9), (from, place, size) => {
      expectMoments(from, (draw) => draw.normal(place, size), place, size ** 2)
      expectMoments(from, (draw) => draw.uniform(place, place + size), place + size / 2, size ** 2 / 12)
      expectMoments(from, (draw) => draw.exponential(size), size, size ** 2)
    }),
    runs,
  )
})

test('whole numbers and chances', () => {
  fc.assert(
    fc.property(
      seed,
      fc.integer({ min: -20, max: 20 }),
      fc.integer({ min: 0, max: 30 }),
      between(0.02, 0.98),
      (from, low, width, p) => {
        const draw = drawFrom(seededRandom(from))
        const values = Array.from({ length: 50 }, () => draw.whole(low, low + width))
        for (const value of values)
          expect(Number.isInteger(value) && value >= low && value <= low + width).toBe(true)
        expectMoments(
          from,
          (source) => source.whole(low, low + width),
          low + width / 2,
          ((width + 1) ** 2 - 1) / 12,
        )
        expectMoments(from, (source) => Number(source.chance(p)), p, p * (1 - p))
        expect([draw.chance(0), draw.chance(-1), draw.chance(1), draw.chance(2)]).toEqual([
          false,
          false,
          true,
          true,
        ])
      },
    ),
    runs,
  )
})

test('the spread of a log-normal is that of its logarithm, about its median', () => {
  fc.assert(
    fc.property(seed, between(0.2, 100), between(0.05, 1.5), (from, median, spread) => {
      expectMoments(from, (draw) => Math.log(draw.logNormal(median, spread)), Math.log(median), spread ** 2)
    }),
    runs,
  )
})

test('counts: Poisson and binomial, few and many', () => {
  fc.assert(
    fc.property(
      seed,
      between(0.05, 200),
      fc.integer({ min: 1, max: 400 }),
      between(0.02, 0.98),
      (from, mean, size, p) => {
        expectMoments(from, (draw) => draw.poisson(mean), mean, mean)
        expectMoments(from, (draw) => draw.binomial(size, p), size * p, size * p * (1 - p))
        const draw = drawFrom(seededRandom(from))
        const counts = [draw.poisson(mean), draw.binomial(size, p), draw.poisson(0), draw.binomial(size, 0)]
        for (const count of counts) expect(Number.isInteger(count) && count >= 0).toBe(true)
        expect(draw.binomial(size, 1)).toBe(size)
      },
    ),
    runs,
  )
})

test('gamma and beta', () => {
  fc.assert(
    fc.property(seed, between(0.2, 20), between(0.2, 20), (from, a, b) => {
      expectMoments(from, (draw) => draw.gamma(a, b), a * b, a * b * b)
      expectMoments(from, (draw) => draw.beta(a, b), a / (a + b), (a * b) / ((a + b) ** 2 * (a + b + 1)))
    }),
    runs,
  )
})

test('names come as often as their weights say, those without weight never', () => {
  fc.assert(
    fc.property(seed, between(0.1, 10), between(0.1, 10), (from, first, second) => {
      const draw = drawFrom(seededRandom(from))
      const weights = { never: 0, first, second, third: 1, nor: 0 }
      const names = Array.from({ length: n }, () => draw.weighted(weights))
      const counts = (['first', 'second', 'third'] as const).map(
        (name) => names.filter((one) => one === name).length,
      )
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(n)
      expect(chiSquareFit(counts, [first, second, 1]).pValue).toBeGreaterThan(1e-6)
      const letters = Array.from({ length: n }, () => draw.one(['a', 'b', 'c', 'd']))
      const each = ['a', 'b', 'c', 'd'].map((letter) => letters.filter((one) => one === letter).length)
      expect(chiSquareFit(each, [1, 1, 1, 1]).pValue).toBeGreaterThan(1e-6)
    }),
    runs,
  )
})

test('the ends of the source do no harm', () => {
  const ends = (value: number) => drawFrom({ next: () => value })
  const last = 1 - 2 ** -53
  expect(ends(last).one(['a', 'b'])).toBe('b')
  expect(ends(last).whole(1, 6)).toBe(6)
  expect(ends(last).weighted({ a: 0.1, b: 0.2, c: 0 })).toBe('b')
  expect(ends(0).weighted({ none: 0, a: 1 })).toBe('a')
  expect(ends(0).exponential(3)).toBe(0)
  expect(Number.isFinite(ends(last).exponential(3))).toBe(true)
  expect(ends(0.5).exponential(0)).toBe(0)
})

test('equal sources draw equally', () => {
  const both = [1, 2].map(() => drawFrom(seededRandom('same')))
  const [one, other] = both.map((draw) => [
    draw.normal(0, 1),
    draw.gamma(2, 1),
    draw.poisson(90),
    draw.next(),
  ])
  expect(one).toEqual(other)
  expect(normalSurvival(Math.abs(one?.[0] ?? 9))).toBeGreaterThan(1e-6)
})
