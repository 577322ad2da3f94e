import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dialSeconds, limits, longestFor, secondsToCool } from './limits.ts'
import { shades } from './shade.ts'

const weighed = fc.record({
  mass: fc.double({ min: 0, max: 200, noNaN: true }),
  moisture: fc.double({ min: 0, max: 1, noNaN: true }),
  power: fc.double({ min: 0, max: 2000, noNaN: true }),
})

test('no slice is given more than the longest time, or less for more water', () => {
  fc.assert(
    fc.property(weighed, (slice) => {
      expect(longestFor(slice)).toBeGreaterThanOrEqual(limits.shortest)
      expect(longestFor(slice)).toBeLessThanOrEqual(limits.longest)
      expect(longestFor({ ...slice, mass: slice.mass + 5 })).toBeGreaterThanOrEqual(longestFor(slice))
    }),
  )
})

test('the dial is in the order of its words, and below the longest time', () => {
  fc.assert(
    fc.property(weighed, (slice) => {
      const seconds = shades.map((shade) => dialSeconds(shade, slice))
      expect([...seconds].sort((a, b) => a - b)).toEqual(seconds)
      expect(Math.max(...seconds)).toBeLessThanOrEqual(longestFor(slice))
    }),
  )
})

test('a cool case may start at once, a hotter one waits longer', () => {
  expect(secondsToCool(limits.coolStart)).toBe(0)
  expect(secondsToCool(140)).toBeGreaterThan(secondsToCool(120))
  expect(secondsToCool(101)).toBeGreaterThan(0)
})
