import { expect, test } from 'vitest'
import { roundedPath } from './rounded-path.ts'

test('rounds a corner by the radius, or by half a leg where that is shorter', () => {
  const points = [
    { x: 0, y: 0 },
    { x: 100, y: 0 },
    { x: 100, y: 8 },
  ]
  expect(roundedPath(points, 10)).toBe('M0 0L96 0Q100 0 100 4L100 8')
})

test('draws a straight line and nothing', () => {
  expect(
    roundedPath(
      [
        { x: 0, y: 0 },
        { x: 5, y: 5 },
      ],
      10,
    ),
  ).toBe('M0 0L5 5')
  expect(roundedPath([], 10)).toBe('')
})
