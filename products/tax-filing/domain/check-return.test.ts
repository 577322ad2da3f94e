import fc from 'fast-check'
import { HolonError } from 'holon'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { checkReturn } from './check-return.ts'
import { TaxReturn } from './return.ts'

const least = { year: 2025, status: 'single' }

it('fills in what was left out', () => {
  expect(checkReturn(least)).toMatchObject({ you: { wages: 0 }, interest: 0, deduction: 'better' })
})

describe('what it refuses', () => {
  it.each([
    ['year', { ...least, year: 2021 }],
    ['year', { status: 'single' }],
    ['status', { ...least, status: 'divorced' }],
    ['you.wages', { ...least, you: { wages: -1 } }],
    ['you.wages', { ...least, you: { wages: Number.NaN } }],
    ['you.business.profit', { ...least, you: { business: { profit: Number.NEGATIVE_INFINITY } } }],
    ['interest', { ...least, interest: Number.POSITIVE_INFINITY }],
    ['interest', { ...least, interest: '5' }],
    ['gains.longTerm', { ...least, gains: { longTerm: 1e12 } }],
    ['intrest', { ...least, intrest: 5 }],
    ['dividends.qualified', { ...least, dividends: { ordinary: 1, qualified: 2 } }],
    ['spouse', { ...least, spouse: {} }],
    ['spouseItemizes', { ...least, spouseItemizes: true }],
    ['about.hoursPerWeek', { ...least, about: { hoursPerWeek: 200 } }],
    ['', null],
  ])('names the field %s', (field, value) => {
    expect.assertions(3)
    try {
      checkReturn(value)
    } catch (error) {
      if (!(error instanceof HolonError)) throw error
      expect(error.code).toBe('input-invalid')
      expect(error.details.field).toBe(field)
      expect(error.fix).toMatch(/^[A-Z].*\.$/)
    }
  })

  it('throws nothing else, whatever it is given', () => {
    const field = fc.constantFrom('year', 'status', 'you', 'gains', 'about', 'itemized', 'other')
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.dictionary(field, fc.anything())), (value) => {
        try {
          return checkReturn(value) !== undefined
        } catch (error) {
          return error instanceof HolonError && error.code === 'input-invalid'
        }
      }),
    )
  })
})

it('describes itself as JSON Schema, with its data classes', () => {
  const schema = z.toJSONSchema(TaxReturn, { io: 'input' })
  expect(schema.required).toEqual(['year', 'status'])
  expect(schema.properties?.year).toMatchObject({ dataClass: 'public' })
})
