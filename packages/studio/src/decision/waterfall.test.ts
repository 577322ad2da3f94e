import fc from 'fast-check'
import { expect, test } from 'vitest'
import { waterfallOf } from './waterfall.ts'

const fact = (name: string, by: number) => ({ fact: name, value: '1', reference: '0', by })

test('lays facts end to end from base to value', () => {
  const explanation = { sentences: [], base: 0.1, value: 0.4, facts: [fact('a', 0.5), fact('b', -0.2)] }
  const { steps, low, high } = waterfallOf(explanation)
  expect(steps.map(({ from, to }) => [from, to])).toEqual([
    [0.1, 0.6],
    [0.6, expect.closeTo(0.4)],
  ])
  expect([low, high]).toEqual([0.1, 0.6])
})

test('tells the smallest as one and still ends at the value', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { maxLength: 30 }), (effects) => {
      const facts = effects.map((by, index) => fact(`f${index}`, by))
      const value = effects.reduce((sum, by) => sum + by, 10)
      const { steps, low, high } = waterfallOf({ sentences: [], base: 10, value, facts })
      expect(steps.length).toBeLessThanOrEqual(8)
      expect(steps.at(-1)?.to ?? 10).toBe(value)
      expect(low).toBeLessThanOrEqual(Math.min(10, value))
      expect(high).toBeGreaterThanOrEqual(Math.max(10, value))
    }),
  )
})
