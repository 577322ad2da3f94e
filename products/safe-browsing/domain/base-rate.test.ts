import fc from 'fast-check'
import { expect, test } from 'vitest'
import { atRate } from './base-rate.ts'

const share = fc.double({ min: 0.001, max: 0.999, noNaN: true })

test('what is as likely as the base rate stays so', () => {
  expect(atRate(0.4, { from: 0.4, to: 0.01 })).toBeCloseTo(0.01, 12)
})

test('there and back is where it was, and order stays', () => {
  fc.assert(
    fc.property(share, share, share, share, (a, b, from, to) => {
      expect(atRate(atRate(a, { from, to }), { from: to, to: from })).toBeCloseTo(a, 6)
      if (a < b) expect(atRate(a, { from, to })).toBeLessThanOrEqual(atRate(b, { from, to }))
    }),
  )
})

test('sure stays sure', () => {
  expect([atRate(0), atRate(1)]).toEqual([0, 1])
})
