import { describe, expect, it } from 'vitest'
import { computeReturn } from './compute.ts'
import { asFiled } from './conventions.ts'

const exact = { ...asFiled, incomeTax: 'exact' } as const

describe('a single person with wages', () => {
  it('takes the standard deduction and reads the tax table', () => {
    const result = computeReturn({ year: 2025, status: 'single', you: { wages: 60_000 }, payments: 6_000 })
    expect(result.taxableIncome).toBe(44_250)
    // Row 44,250 to 44,300: 10 percent of 11,925 and 12 percent of the rest of 44,275, rounded.
    expect(result.totalTax).toBe(5_075)
    expect(result.settlement).toEqual({ payments: 6_000, owed: 0, refund: 925 })
    expect(result.marginalPercent).toBe(12)
  })

  it('uses the schedule to the cent when asked', () => {
    expect(computeReturn({ year: 2025, status: 'single', you: { wages: 60_000 } }, exact).totalTax).toBe(
      5_071.5,
    )
  })
})

describe('the choice of deduction', () => {
  const expenses = { mortgageInterest: 14_000, stateAndLocalTaxes: 8_000 }
  const base = { year: 2025, status: 'single', you: { wages: 90_000 }, itemized: expenses } as const

  it('takes the one that leaves less tax', () => {
    expect(computeReturn(base).deduction).toMatchObject({ kind: 'itemized', amount: 22_000 })
    expect(computeReturn({ ...base, itemized: { charity: 3_000 } }).deduction.kind).toBe('standard')
  })

  it('does as told', () => {
    expect(computeReturn({ ...base, deduction: 'standard' }).taxableIncome).toBe(74_250)
    expect(computeReturn({ ...base, itemized: {}, deduction: 'itemized' }).taxableIncome).toBe(90_000)
  })

  it('itemizes less than the standard deduction where the minimum tax allows only that', () => {
    const optionHolder = {
      year: 2025,
      status: 'single',
      you: { wages: 150_000 },
      stockOptions: 300_000,
      itemized: { mortgageInterest: 15_000 },
    } as const
    const better = computeReturn(optionHolder)
    expect(better.deduction).toMatchObject({ kind: 'itemized', amount: 15_000 })
    expect(better.totalTax).toBeLessThan(computeReturn({ ...optionHolder, deduction: 'standard' }).totalTax)
  })

  it('leaves a separate filer no standard deduction when the spouse itemizes', () => {
    const separate = {
      year: 2024,
      status: 'married-separately',
      you: { wages: 50_000 },
      spouseItemizes: true,
    } as const
    expect(computeReturn(separate).taxableIncome).toBe(50_000)
  })
})

describe('two earners', () => {
  const couple = {
    year: 2024,
    status: 'married-jointly',
    you: { wages: 168_600 },
    spouse: { business: { profit: 100_000 } },
  } as const

  it('measures the wage base for each person', () => {
    const result = computeReturn(couple)
    expect(result.selfEmploymentTax).toBeCloseTo(92_350 * 0.153, 6)
    expect(result.selfEmployment.map(({ tax }) => tax > 0)).toEqual([false, true])
  })

  it('adds both up for the additional Medicare tax', () => {
    expect(computeReturn(couple).additionalMedicareTax.tax).toBeCloseTo(
      0.009 * (168_600 + 92_350 - 250_000),
      6,
    )
  })
})

describe('losses', () => {
  it('limits a capital loss and carries the rest', () => {
    const result = computeReturn({
      year: 2025,
      status: 'single',
      you: { wages: 50_000 },
      gains: { shortTerm: -8_000, longTerm: 1_000 },
    })
    expect(result.adjustedGrossIncome).toBe(47_000)
    expect(result.lossCarryover).toEqual({ shortTerm: 4_000, longTerm: 0 })
  })

  it('limits a business loss', () => {
    const business = { profit: -500_000 }
    const result = computeReturn({ year: 2025, status: 'single', you: { wages: 400_000, business } })
    expect(result.income.business).toBe(-313_000)
    expect(result.taxableIncome).toBe(71_250)
    expect(result.selfEmploymentTax).toBe(0)
  })

  it('never makes taxable income negative', () => {
    const result = computeReturn({ year: 2025, status: 'single', you: { business: { profit: -20_000 } } })
    expect(result.adjustedGrossIncome).toBe(-20_000)
    expect(result.taxableIncome).toBe(0)
    expect(result.totalTax).toBe(0)
  })
})

it('does not give gains rates where ordinary rates are not higher', () => {
  const result = computeReturn({ year: 2025, status: 'single', gains: { longTerm: 30_000 } })
  expect(result.taxableIncome).toBe(14_250)
  expect(result.totalTax).toBe(0)
})

it('refuses what is no return', () => {
  const wrong = { year: 2025, status: 'single', you: { wages: -5 } } as const
  expect(() => computeReturn(wrong)).toThrow(expect.objectContaining({ code: 'input-invalid' }))
})
