import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawnFrom, segmentsOf } from './draw.ts'

test('lays the experiences side by side in the order of declaration', () => {
  const segments = segmentsOf({ review: 0.5, nothing: 0.25, gone: 0.25 }, ['nothing', 'meter', 'review'])
  expect(segments).toEqual([
    { name: 'nothing', from: 0, to: 0.25 },
    { name: 'review', from: 0.25, to: 0.75 },
    { name: 'gone', from: 0.75, to: 1 },
  ])
})

test('finds the experience that holds the draw, and never an impossible one', () => {
  const segments = segmentsOf({ a: 0.5, b: 0, c: 0.5 }, ['a', 'b', 'c'])
  expect([0, 0.49, 0.5, 0.99].map((draw) => drawnFrom(segments, draw))).toEqual(['a', 'a', 'c', 'c'])
  expect(drawnFrom([], 0.5)).toBeUndefined()
})

test('finds one even where rounding leaves the sum below the draw', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: 1 }), (weights) => {
      const sum = weights.reduce((total, weight) => total + weight, 0)
      const probabilities = Object.fromEntries(weights.map((weight, index) => [`e${index}`, weight / sum]))
      const last = `e${weights.length - 1}`
      expect(drawnFrom(segmentsOf(probabilities, Object.keys(probabilities)), 1 - 2 ** -53)).toBe(last)
    }),
  )
})
