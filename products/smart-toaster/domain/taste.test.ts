import fc from 'fast-check'
import { expect, test } from 'vitest'
import { verdicts } from './shade.ts'
import { type Judged, tasteOf, unknownTaste } from './taste.ts'

const judged = fc.record({
  aimed: fc.double({ min: -15, max: 15, noNaN: true }),
  verdict: fc.constantFrom(...verdicts),
})

test('nothing said is the taste of everybody', () => {
  const { shift, spread } = tasteOf([])
  expect(shift).toBeCloseTo(unknownTaste.shift, 6)
  expect(spread).toBeCloseTo(unknownTaste.spread, 1)
})

test('too dark moves it lighter, too light darker, and every verdict makes it surer or leaves it on the grid', () => {
  fc.assert(
    fc.property(fc.array(judged, { maxLength: 12 }), (before) => {
      const now = tasteOf(before).shift
      const after = (verdict: Judged['verdict']) => tasteOf([...before, { aimed: now, verdict }]).shift
      expect(after('tooDark')).toBeLessThan(now + 1e-9)
      expect(after('tooLight')).toBeGreaterThan(now - 1e-9)
      expect(Math.abs(now)).toBeLessThanOrEqual(20)
    }),
  )
})

test('the order of verdicts does not matter', () => {
  fc.assert(
    fc.property(fc.array(judged, { minLength: 2, maxLength: 8 }), (all) => {
      expect(tasteOf([...all].reverse()).shift).toBeCloseTo(tasteOf(all).shift, 9)
    }),
  )
})

test('many verdicts of somebody who likes it six units darker tell just that', () => {
  const all = Array.from({ length: 30 }, (_, i): Judged => {
    const aimed = (i % 15) - 4
    const off = aimed - 6
    return { aimed, verdict: off > 5 ? 'tooDark' : off < -5 ? 'tooLight' : 'right' }
  })
  const { shift, spread } = tasteOf(all)
  expect(shift).toBeGreaterThan(4.5)
  expect(shift).toBeLessThan(7.5)
  expect(spread).toBeLessThan(1.5)
})
