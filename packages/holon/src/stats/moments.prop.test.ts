import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  covariance,
  type Moments,
  mergeMoments,
  mergePairMoments,
  momentsFromSums,
  momentsOf,
  noMoments,
  noPairMoments,
  pairMomentsFromSums,
  pairMomentsOf,
  variance,
} from './moments.ts'

const value = fc.double({ min: -1e6, max: 1e6, noNaN: true })
const values = fc.array(value, { minLength: 1, maxLength: 40 })
const pairs = fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 40 })

const near = (a: number, b: number, scale: number): boolean => Math.abs(a - b) <= 1e-9 * (1 + scale)

function same(a: Moments, b: Moments): boolean {
  return a.n === b.n && near(a.mean, b.mean, 1e6) && near(a.squares, b.squares, a.squares + 1e3)
}

describe('moments', () => {
  test('merge in any grouping', () => {
    fc.assert(
      fc.property(values, values, values, (x, y, z) => {
        const [a, b, c] = [momentsOf(x), momentsOf(y), momentsOf(z)]
        return same(mergeMoments(mergeMoments(a, b), c), mergeMoments(a, mergeMoments(b, c)))
      }),
    )
  })

  test('merge to those of all values, in any order', () => {
    fc.assert(
      fc.property(values, values, (x, y) => {
        const all = momentsOf([...x, ...y])
        return (
          same(mergeMoments(momentsOf(x), momentsOf(y)), all) &&
          same(mergeMoments(momentsOf(y), momentsOf(x)), all)
        )
      }),
    )
  })

  test('do not change when merged with none', () => {
    fc.assert(
      fc.property(values, (x) => {
        const moments = momentsOf(x)
        expect(mergeMoments(moments, noMoments)).toEqual(moments)
        expect(mergeMoments(noMoments, moments)).toEqual(moments)
      }),
    )
  })

  test('keep the digits of a small spread around a large mean', () => {
    const moments = momentsOf([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16])
    expect(variance(moments)).toBe(30)
  })

  test('agree with raw sums', () => {
    const sums = { n: 4, sum: 10, sumSquares: 30 }
    expect(momentsFromSums(sums)).toEqual({ n: 4, mean: 2.5, squares: 5 })
    expect(variance(momentsFromSums(sums))).toBeCloseTo(5 / 3, 14)
    expect(momentsFromSums({ n: 0, sum: 0, sumSquares: 0 })).toEqual(noMoments)
    expect(momentsFromSums({ n: 3, sum: 0.3, sumSquares: 0.03 }).squares).toBeGreaterThanOrEqual(0)
  })

  test('know no variance of fewer than two values', () => {
    expect(variance(momentsOf([3]))).toBeNaN()
    expect(variance(noMoments)).toBeNaN()
  })
})

describe('pair moments', () => {
  const of = (rows: [number, number][]) =>
    pairMomentsOf(
      rows.map(([x]) => x),
      rows.map(([, y]) => y),
    )

  test('merge to those of all pairs', () => {
    fc.assert(
      fc.property(pairs, pairs, (x, y) => {
        const merged = mergePairMoments(of(x), of(y))
        const all = of([...x, ...y])
        const scale = Math.sqrt(all.squaresX * all.squaresY) + 1e3
        return (
          near(merged.products, all.products, scale) &&
          near(merged.squaresX, all.squaresX, all.squaresX + 1e3) &&
          near(merged.meanY, all.meanY, 1e6)
        )
      }),
    )
  })

  test('hold the squares of a value with itself as products', () => {
    fc.assert(
      fc.property(values, (x) => {
        const moments = pairMomentsOf(x, x)
        return near(moments.products, moments.squaresX, moments.squaresX)
      }),
    )
  })

  test('do not change when merged with none, and agree with raw sums', () => {
    const moments = pairMomentsOf([1, 2, 3], [2, 2, 5])
    expect(mergePairMoments(moments, noPairMoments)).toEqual(moments)
    expect(mergePairMoments(noPairMoments, moments)).toEqual(moments)
    expect(covariance(moments)).toBeCloseTo(1.5, 14)
    const sums = { n: 3, sumX: 6, sumY: 9, sumXX: 14, sumYY: 33, sumXY: 21 }
    expect(pairMomentsFromSums(sums).products).toBeCloseTo(3, 12)
    expect(pairMomentsFromSums(sums).squaresY).toBeCloseTo(6, 12)
  })
})
