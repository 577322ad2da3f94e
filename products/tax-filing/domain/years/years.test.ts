import { describe, expect, it } from 'vitest'
import { filingStatuses } from '../filing-status.ts'
import { returnParameters, scheduleParameters } from './years.ts'

describe.each([2022, 2023, 2024, 2025])('%i', (year) => {
  const parameters = scheduleParameters(year)

  it('has six growing brackets for every status, the separate ones half the joint ones', () => {
    for (const status of filingStatuses) {
      const ends = parameters.brackets[status]
      expect(ends.length).toBe(6)
      expect(ends).toEqual([...ends].sort((a, b) => a - b))
    }
    const halves = parameters.brackets['married-jointly'].map((end) => end / 2)
    expect(parameters.brackets['married-separately']).toEqual(halves)
  })

  it('gives a couple twice the standard deduction of one person', () => {
    const { standardDeduction } = parameters
    expect(standardDeduction['married-jointly']).toBe(2 * standardDeduction.single)
    expect(standardDeduction['married-separately']).toBe(standardDeduction.single)
  })

  it('names its sources and cannot be changed', () => {
    expect(parameters.sources.length).toBeGreaterThan(0)
    expect(Object.isFrozen(parameters)).toBe(true)
    expect(Object.isFrozen(parameters.brackets['head-of-household'])).toBe(true)
  })
})

it.each([2024, 2025] as const)('keeps the proportions the law sets in %i', (year) => {
  const { minimumTax, gainsTaxedAt0UpTo, brackets } = returnParameters(year)
  const { exemption, phaseOutFrom, lowRateUpTo } = minimumTax
  expect(exemption['married-separately']).toBe(exemption['married-jointly'] / 2)
  expect(phaseOutFrom['married-jointly']).toBe(2 * phaseOutFrom.single)
  expect(lowRateUpTo['married-separately']).toBe(lowRateUpTo['married-jointly'] / 2)
  expect(gainsTaxedAt0UpTo['married-jointly']).toBe(2 * gainsTaxedAt0UpTo.single)
  // Before inflation was rounded, the 0 percent rate ended with the 12 percent bracket; they stay close.
  expect(Math.abs((brackets.single[1] ?? 0) - gainsTaxedAt0UpTo.single)).toBeLessThan(200)
})

it('refuses a year it does not know', () => {
  expect(() => scheduleParameters(2019)).toThrow(
    expect.objectContaining({ code: 'input-invalid', fix: 'Use one of 2022, 2023, 2024, 2025.' }),
  )
})
