import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clustersAfter, lendersProfit, repaymentRate } from './delayed-impact.ts'

const group = fc.array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: 2, maxLength: 9 })
const sum = (of: readonly number[]) => of.reduce((total, share) => total + share, 0)

test('nobody is lost, refusing moves nobody, a loan repaid moves up and a default down', () => {
  fc.assert(
    fc.property(group, fc.nat(8), fc.boolean(), (weights, at, repaid) => {
      const shares = weights.map((weight) => weight / sum(weights))
      const cluster = at % shares.length
      const after = clustersAfter(shares, { cluster, accepted: true, repaid })
      expect(sum(after)).toBeCloseTo(1, 12)
      expect(Math.min(...after)).toBeGreaterThanOrEqual(0)
      expect(clustersAfter(shares, { cluster, accepted: false, repaid })).toEqual(shares)
      const better = shares.map((_, place) => place)
      const way = repaymentRate(after, better) - repaymentRate(shares, better)
      const atEnd = repaid ? cluster === shares.length - 1 : cluster === 0
      if (atEnd) expect(way).toBeCloseTo(0, 12)
      else expect(way).toBeCloseTo((repaid ? 1 : -1) * Math.min(0.01, shares[cluster] as number), 12)
    }),
  )
})

test('a lender gains the interest or loses the loan', () => {
  expect(lendersProfit({ accepted: true, repaid: true })).toBe(0.3)
  expect(lendersProfit({ accepted: true, repaid: false })).toBe(-1)
  expect(lendersProfit({ accepted: false, repaid: true })).toBe(0)
})

test('a cluster that is not there is refused', () => {
  const nowhere = { cluster: 2, accepted: true, repaid: true }
  expect(() => clustersAfter([0.5, 0.5], nowhere)).toThrow('clusters beyond it')
})
