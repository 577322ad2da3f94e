import { expect, test } from 'vitest'
import { bandPath, linePath } from './paths.ts'

test('a line is broken where nothing is known, and a lone place is a dot', () => {
  const places = [1, 2, null, 4, null, 6].map((y, x) => ({ x: x * 10, y }))
  expect(linePath(places)).toBe('M0 1L10 2M30 4h0M50 6h0')
  expect(linePath([])).toBe('')
  expect(linePath([{ x: 0, y: 0 }])).toBe('M0 0h0')
})

test('a band goes along the upper ends and back along the lower', () => {
  const ends = (x: number, low: number, high: number) => ({ x, ends: [low, high] as const })
  expect(bandPath([ends(0, 1, 3), ends(10, 2, 4)])).toBe('M0 3L10 4L10 2L0 1Z')
  expect(bandPath([ends(0, 1, 3), { x: 5, ends: null }, ends(10, 2, 4)])).toBe(
    'M-2 3L2 3L2 1L-2 1ZM8 4L12 4L12 2L8 2Z',
  )
})
