import fc from 'fast-check'
import { expect, it } from 'vitest'
import { preferentialSlices, preferentialTax } from './preferential-rates.ts'

const thresholds = { at0UpTo: 47_025, at15UpTo: 518_900 }
const amount = fc.double({ min: 0, max: 1_000_000, noNaN: true })

it('lays gains on top of ordinary income', () => {
  expect(preferentialSlices(30_000, 40_000, thresholds)).toEqual({ at0: 7_025, at15: 22_975, at20: 0 })
  expect(preferentialSlices(30_000, 500_000, thresholds)).toEqual({ at0: 0, at15: 18_900, at20: 11_100 })
  expect(preferentialSlices(600_000, 0, thresholds)).toEqual({ at0: 47_025, at15: 471_875, at20: 81_100 })
})

it('taxes 15 and 20 percent of its steps', () => {
  expect(preferentialTax({ at0: 5_000, at15: 1_000, at20: 1_000 })).toBe(350)
})

it('spreads everything once and taxes no less when ordinary income grows', () => {
  fc.assert(
    fc.property(amount, amount, amount, (gains, ordinary, more) => {
      const slices = preferentialSlices(gains, ordinary, thresholds)
      const pushed = preferentialSlices(gains, ordinary + more, thresholds)
      expect(slices.at0 + slices.at15 + slices.at20).toBeCloseTo(gains, 6)
      expect(preferentialTax(pushed)).toBeGreaterThanOrEqual(preferentialTax(slices) - 1e-6)
    }),
  )
})
