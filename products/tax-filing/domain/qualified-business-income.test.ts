import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { qualifiedBusinessIncomeDeduction } from './qualified-business-income.ts'
import { Business } from './return.ts'

const threshold = 191_950
const range = 50_000
const amount = fc.double({ min: 0, max: 500_000, noNaN: true })

function deduction(
  incomes: readonly (readonly [income: number, business: Partial<Business>])[],
  taxable: number,
  gains = 0,
) {
  const businesses = incomes.map(([income, business]) => ({ income, business: Business.parse(business) }))
  return qualifiedBusinessIncomeDeduction(businesses, taxable, gains, threshold, range)
}

describe('below the threshold', () => {
  it('is 20 percent of the income', () => {
    expect(deduction([[50_000, {}]], 100_000).deduction).toBe(10_000)
  })

  it('is at most 20 percent of taxable income without gains', () => {
    expect(deduction([[50_000, {}]], 40_000, 10_000).deduction).toBe(6_000)
  })

  it('nets the loss of one business', () => {
    expect(
      deduction(
        [
          [50_000, {}],
          [-20_000, {}],
        ],
        100_000,
      ).deduction,
    ).toBe(6_000)
    expect(
      deduction(
        [
          [20_000, {}],
          [-50_000, {}],
        ],
        100_000,
      ),
    ).toMatchObject({ deduction: 0, income: -30_000 })
  })
})

describe('within the phase-in', () => {
  it('takes the share of what wages and property do not cover', () => {
    const half = threshold + range / 2
    expect(deduction([[100_000, {}]], half).deduction).toBeCloseTo(10_000, 6)
    expect(deduction([[100_000, { wagesPaid: 20_000 }]], half).deduction).toBeCloseTo(15_000, 6)
    expect(deduction([[100_000, { property: 400_000 }]], half).deduction).toBeCloseTo(15_000, 6)
  })

  it('counts a specified service only in part', () => {
    const half = threshold + range / 2
    const service = { specifiedService: true, wagesPaid: 40_000 }
    // Half of the income and wages: 20 percent of 50,000 equals half of 20,000, so nothing more is lost.
    expect(deduction([[100_000, service]], half).deduction).toBeCloseTo(10_000, 6)
  })
})

describe('beyond the phase-in', () => {
  it('is limited by wages and property in full', () => {
    expect(deduction([[100_000, {}]], 300_000).deduction).toBe(0)
    expect(deduction([[100_000, { wagesPaid: 30_000 }]], 300_000).deduction).toBe(15_000)
    expect(deduction([[100_000, { wagesPaid: 30_000, property: 900_000 }]], 300_000).deduction).toBe(20_000)
  })

  it('leaves a specified service nothing', () => {
    expect(deduction([[100_000, { specifiedService: true, wagesPaid: 90_000 }]], 300_000).deduction).toBe(0)
  })
})

it('stays between 0 and both limits, and never falls with wages paid', () => {
  fc.assert(
    fc.property(
      amount,
      amount,
      amount,
      amount,
      fc.boolean(),
      (income, taxable, wagesPaid, more, specifiedService) => {
        const small = deduction([[income, { wagesPaid, specifiedService }]], taxable).deduction
        const large = deduction(
          [[income, { wagesPaid: wagesPaid + more, specifiedService }]],
          taxable,
        ).deduction
        const plain = deduction([[income, { wagesPaid }]], taxable).deduction
        expect(small).toBeGreaterThanOrEqual(0)
        expect(small).toBeLessThanOrEqual(0.2 * Math.min(income, taxable) + 1e-6)
        expect(large).toBeGreaterThanOrEqual(small - 1e-6)
        expect(plain).toBeGreaterThanOrEqual(small - 1e-6)
      },
    ),
  )
})
