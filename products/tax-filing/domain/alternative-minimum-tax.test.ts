import { describe, expect, it } from 'vitest'
import { alternativeMinimumTax, type MinimumTaxBasis } from './alternative-minimum-tax.ts'
import { asFiled } from './conventions.ts'
import type { FilingStatus } from './filing-status.ts'
import { regularTax } from './regular-tax.ts'
import { year2024 } from './years/year-2024.ts'

const exact = { ...asFiled, incomeTax: 'exact' } as const

function minimumTax(status: FilingStatus, basis: Partial<MinimumTaxBasis>, conventions = exact) {
  const full = { incomeLessDeductions: 0, disallowed: 0, stockOptions: 0, gains: 0, ...basis }
  const taxable = Math.max(0, full.incomeLessDeductions)
  const regular = regularTax(status, taxable, full.gains, year2024, conventions)
  return alternativeMinimumTax(status, full, regular, year2024, conventions)
}

describe('the exemption', () => {
  it('shrinks by a quarter of the income over its phase-out', () => {
    expect(minimumTax('single', { incomeLessDeductions: 609_350 }).exemption).toBe(85_700)
    expect(minimumTax('single', { incomeLessDeductions: 709_350 }).exemption).toBe(60_700)
    expect(minimumTax('single', { incomeLessDeductions: 2_000_000 }).exemption).toBe(0)
  })
})

describe('the tax', () => {
  it('is what 26 and 28 percent exceed the regular tax by', () => {
    const { income, tentativeTax, tax } = minimumTax('single', {
      incomeLessDeductions: 135_400,
      disallowed: 14_600,
      stockOptions: 200_000,
    })
    expect(income).toBe(350_000)
    expect(tentativeTax).toBeCloseTo(0.26 * 232_600 + 0.28 * 31_700, 6)
    expect(tax).toBeCloseTo(69_352 - 25_538.5, 6)
  })

  it('does not arise where the regular tax is larger', () => {
    expect(minimumTax('married-jointly', { incomeLessDeductions: 150_000 }).tax).toBe(0)
  })

  it('counts a negative income before stock options', () => {
    expect(
      minimumTax('single', { incomeLessDeductions: -14_600, disallowed: 14_600, stockOptions: 200_000 })
        .income,
    ).toBe(200_000)
  })

  it('keeps the rates of gains', () => {
    const { tentativeTax } = minimumTax('married-separately', {
      incomeLessDeductions: -3_370,
      stockOptions: 300_000,
      gains: 16_556,
    })
    expect(tentativeTax).toBeCloseTo(0.28 * (296_630 - 66_650 - 16_556) - 2_326, 6)
  })
})

// Instructions to Form 6251 of 2024, line 4: over 875,950 a separate filer adds 25 percent, at most 66,650.
describe('the increase of a separate filer', () => {
  it.each([
    [875_950, 875_950],
    [975_950, 1_000_950],
    [1_142_550, 1_209_200],
    [2_000_000, 2_066_650],
  ])('makes %d into %d', (income, increased) => {
    expect(minimumTax('married-separately', { incomeLessDeductions: income }).income).toBe(increased)
  })

  it('concerns nobody else', () => {
    expect(minimumTax('single', { incomeLessDeductions: 2_000_000 }).income).toBe(2_000_000)
  })
})
