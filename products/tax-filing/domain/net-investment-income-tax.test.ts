import { expect, it } from 'vitest'
import { netInvestmentIncomeTax } from './net-investment-income-tax.ts'

it('takes the smaller of investment income and income over the threshold', () => {
  expect(netInvestmentIncomeTax('single', 30_000, 229_000).tax).toBeCloseTo(0.038 * 29_000, 6)
  expect(netInvestmentIncomeTax('single', 20_000, 329_000).tax).toBeCloseTo(760, 6)
})

it('knows the thresholds that differ', () => {
  expect(netInvestmentIncomeTax('married-separately', 1_000, 126_000).tax).toBeCloseTo(38, 6)
  expect(netInvestmentIncomeTax('surviving-spouse', 1_000, 250_000).tax).toBe(0)
  expect(netInvestmentIncomeTax('head-of-household', 1_000, 201_000).tax).toBeCloseTo(38, 6)
})

it('asks nothing of an investment loss', () => {
  expect(netInvestmentIncomeTax('single', -3_000, 900_000).tax).toBe(0)
})
