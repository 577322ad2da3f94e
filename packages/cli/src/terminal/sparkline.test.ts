import { expect, it } from 'vitest'
import { sparkline } from './sparkline.ts'

it('draws numbers between the least and the greatest, and gaps', () => {
  expect(sparkline([0, 1, 2, 3, 4, 5, 6, 7])).toBe('▁▂▃▄▅▆▇█')
  expect(sparkline([-2, null, 2])).toBe('▁ █')
  expect(sparkline([5, 5])).toBe('▄▄')
  expect(sparkline([null, null])).toBe('  ')
  expect(sparkline([])).toBe('')
})

it('averages what does not fit', () => {
  const line = sparkline(Array.from({ length: 320 }, (_, place) => (place < 10 ? null : place)))
  expect(line).toHaveLength(32)
  expect(line.startsWith(' ▁')).toBe(true)
  expect(line.endsWith('█')).toBe(true)
})
