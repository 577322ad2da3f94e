import { describe, expect, it } from 'vitest'
import { itemizedDeductions, stateAndLocalTaxLimit } from './itemized-deductions.ts'
import { ItemizedExpenses } from './return.ts'
import { year2024 } from './years/year-2024.ts'
import { year2025 } from './years/year-2025.ts'

const expenses = ItemizedExpenses.parse({
  medical: 12_000,
  stateAndLocalTaxes: 45_000,
  mortgageInterest: 9_000,
  charity: 80_000,
  other: 100,
})

it('applies the floor of medical expenses and the limits of taxes and gifts', () => {
  expect(itemizedDeductions(expenses, 'single', 100_000, year2024)).toEqual({
    medical: 4_500,
    stateAndLocalTaxes: 10_000,
    mortgageInterest: 9_000,
    charity: 60_000,
    other: 100,
    total: 83_600,
  })
})

it('counts all medical expenses and no gifts when income is negative', () => {
  expect(itemizedDeductions(expenses, 'single', -5_000, year2024)).toMatchObject({
    medical: 12_000,
    charity: 0,
  })
})

describe('the limit on state and local taxes', () => {
  it('is 10,000 in 2024, half of it for a separate filer', () => {
    expect(stateAndLocalTaxLimit('married-jointly', 900_000, year2024)).toBe(10_000)
    expect(stateAndLocalTaxLimit('married-separately', 0, year2024)).toBe(5_000)
  })

  it('shrinks from 40,000 to 10,000 between 500,000 and 600,000 in 2025', () => {
    expect(stateAndLocalTaxLimit('single', 500_000, year2025)).toBe(40_000)
    expect(stateAndLocalTaxLimit('single', 550_000, year2025)).toBe(25_000)
    expect(stateAndLocalTaxLimit('single', 700_000, year2025)).toBe(10_000)
    expect(stateAndLocalTaxLimit('married-separately', 260_000, year2025)).toBe(17_000)
  })
})
