import { expect, it } from 'vitest'
import { percent, toTheCent, toTheDollar } from './amount.ts'

it('writes amounts with a true minus sign, and never minus zero', () => {
  expect([1234.5, -5, 0, -0.001, 1e9].map(toTheCent)).toEqual([
    '$1,234.50',
    '−$5.00',
    '$0.00',
    '$0.00',
    '$1,000,000,000.00',
  ])
  expect([1234.5, -0.4, -15_000].map(toTheDollar)).toEqual(['$1,235', '$0', '−$15,000'])
})

it('writes shares as percent', () => {
  expect([0.1289, 0, 1].map(percent)).toEqual(['12.9%', '0%', '100%'])
})
