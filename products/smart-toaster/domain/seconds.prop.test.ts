import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  aimedDarkening,
  bestSeconds,
  chanceRight,
  type Outlook,
  utilityOf,
  wantedDarkening,
  worth,
} from './seconds.ts'
import { shades } from './shade.ts'

const outlook: fc.Arbitrary<Outlook> = fc.record({
  seconds: fc.double({ min: 20, max: 300, noNaN: true }),
  wanted: fc.double({ min: 6, max: 38, noNaN: true }),
  spread: fc.double({ min: 0, max: 5, noNaN: true }),
})

test('no other time has a higher utility, and the best is never later than the model says', () => {
  fc.assert(
    fc.property(outlook, fc.double({ min: 0.6, max: 1.4, noNaN: true }), (seen, share) => {
      const best = bestSeconds(seen)
      expect(utilityOf(seen, best)).toBeGreaterThanOrEqual(utilityOf(seen, share * seen.seconds) - 0.02)
      expect(best).toBeLessThanOrEqual(seen.seconds * 1.005 + 0.1)
    }),
  )
})

test('what is known less is aimed lighter', () => {
  fc.assert(
    fc.property(outlook, (seen) => {
      const sure = bestSeconds({ ...seen, spread: 0 })
      const unsure = bestSeconds({ ...seen, spread: 5 })
      expect(aimedDarkening(seen, unsure)).toBeLessThanOrEqual(aimedDarkening(seen, sure) + 0.3)
    }),
  )
})

test('chances are chances, utilities within what a toast is worth', () => {
  fc.assert(
    fc.property(outlook, fc.double({ min: 0, max: 2, noNaN: true }), (seen, share) => {
      const seconds = share * seen.seconds
      expect(chanceRight(seen, seconds)).toBeGreaterThanOrEqual(0)
      expect(chanceRight(seen, seconds)).toBeLessThanOrEqual(1)
      expect(utilityOf(seen, seconds)).toBeGreaterThanOrEqual(worth.burnt)
      expect(utilityOf(seen, seconds)).toBeLessThanOrEqual(worth.right)
    }),
  )
})

test('darker words are darker, for any taste, and no taste asks for charcoal', () => {
  fc.assert(
    fc.property(fc.double({ min: -20, max: 20, noNaN: true }), (shift) => {
      const wanted = shades.map((shade) => wantedDarkening(shade, { shift, spread: 1 }))
      expect([...wanted].sort((a, b) => a - b)).toEqual(wanted)
      expect(Math.max(...wanted)).toBeLessThanOrEqual(38)
    }),
  )
})
