import fc from 'fast-check'
import { expect, it } from 'vitest'
import { levelOf, levels } from '../../meter.ts'
import { needleAt } from './needle.ts'

const percents = fc.double({ min: 0, max: 100, noNaN: true })

it('stands in the third of its level', () => {
  fc.assert(
    fc.property(fc.constantFrom(...levels), percents, (level, percent) => {
      expect(Math.floor(needleAt(level, percent) * 3)).toBe(levels.indexOf(level))
    }),
  )
})

it('never falls when the percentage rises', () => {
  fc.assert(
    fc.property(percents, percents, (a, b) => {
      const [less, more] = a < b ? [a, b] : [b, a]
      expect(needleAt(levelOf(less / 100), less)).toBeLessThanOrEqual(needleAt(levelOf(more / 100), more))
    }),
  )
})
