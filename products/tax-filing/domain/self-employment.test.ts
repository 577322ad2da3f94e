import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Earner } from './return.ts'
import { selfEmploymentTax } from './self-employment.ts'

const base = 168_600
const earner = (profit: number, wages = 0) => Earner.parse({ wages, business: { profit } })
const profits = fc.double({ min: 0, max: 1_000_000, noNaN: true })

it('taxes 92.35 percent of profit at 15.3 percent and deducts half', () => {
  const { netEarnings, tax, deduction } = selfEmploymentTax(earner(30_000), base)
  expect(netEarnings).toBeCloseTo(27_705, 6)
  expect(tax).toBeCloseTo(4_238.865, 6)
  expect(deduction).toBeCloseTo(2_119.4325, 6)
})

it('leaves only the Medicare part when wages reached the wage base', () => {
  const { socialSecurityEarnings, tax } = selfEmploymentTax(earner(60_000, base), base)
  expect(socialSecurityEarnings).toBe(0)
  expect(tax).toBeCloseTo(55_410 * 0.029, 6)
})

it('asks nothing below net earnings of 400 dollars, or of a loss', () => {
  expect(selfEmploymentTax(earner(433), base).tax).toBe(0)
  expect(selfEmploymentTax(earner(434), base).tax).toBeGreaterThan(0)
  expect(selfEmploymentTax(earner(-10_000), base).tax).toBe(0)
})

it('never falls with profit, never grows with wages, stays below 15.3 percent', () => {
  fc.assert(
    fc.property(profits, profits, profits, (profit, more, wages) => {
      const { tax } = selfEmploymentTax(earner(profit, wages), base)
      const richer = selfEmploymentTax(earner(profit + more, wages), base).tax
      const employed = selfEmploymentTax(earner(profit, wages + more), base).tax
      return richer >= tax && employed <= tax && tax >= 0 && tax <= 0.153 * profit
    }),
  )
})
