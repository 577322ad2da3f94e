import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SlidingMaximum } from './sliding-maximum.ts'

test('tells the largest of the last values and how long ago it came, the earliest of equals', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 60 }),
      (length, values) => {
        const maximum = new SlidingMaximum(length)
        expect(maximum.value).toBeNaN()
        for (const [i, value] of values.entries()) {
          maximum.push(value)
          const last = values.slice(Math.max(0, i + 1 - length), i + 1)
          expect(maximum.value).toBe(Math.max(...last))
          expect(maximum.age).toBe(last.length - 1 - last.indexOf(maximum.value))
        }
      },
    ),
  )
})
