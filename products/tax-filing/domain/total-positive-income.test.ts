import { expect, it } from 'vitest'
import { TaxReturn } from './return.ts'
import { totalPositiveIncome } from './total-positive-income.ts'

it('adds the sources above zero and leaves losses out', () => {
  const taxReturn = TaxReturn.parse({
    year: 2025,
    status: 'married-jointly',
    you: { wages: 100_000, business: { profit: -30_000 } },
    spouse: { wages: 20_000, business: { profit: 5_000 } },
    interest: 500,
    dividends: { ordinary: 300, qualified: 200 },
    gains: { shortTerm: -9_000, longTerm: 4_000 },
  })
  expect(totalPositiveIncome(taxReturn)).toBe(125_800)
})
