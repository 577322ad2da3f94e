import { expect, it } from 'vitest'
import { dollars, listed, share, summed } from './words.ts'

it.each([
  [1_234, '$1,234'],
  [1_234.5, '$1,234.50'],
  [0.005, '$0.01'],
  [-3_000, '-$3,000'],
  [-0.001, '$0'],
])('writes %d as %s', (amount, text) => {
  expect(dollars(amount)).toBe(text)
})

it('lists, shares and sums', () => {
  expect(listed([])).toBe('')
  expect(listed(['a', 'b', 'c'])).toBe('a, b and c')
  expect(share(22, 3_500)).toBe('22% of $3,500')
  expect(summed([5, 7, -2])).toBe('$5 + $7 - $2')
  expect(summed([-5, 7])).toBe('-$5 + $7')
})
