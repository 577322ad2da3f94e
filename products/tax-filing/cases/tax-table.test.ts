import { expect, it } from 'vitest'
import { runner } from './tax-table.ts'

const file = (id: string) => ({ id, definition: '', tolerance: { abs: 0, rel: 0 }, cases: [], document: {} })
const run = (id: string, input: unknown) =>
  runner.run(input, file(id), { name: '', input, expected: undefined })

// Rate schedules of the instructions to Form 1040 of 2025 and 2022.
it('reads the year of amounts over 100,000 from the id', () => {
  expect(run('tax/schedule-2025', { single: [626_350], 'head of household': [100_000] })).toEqual({
    single: [188_770],
    'head of household': [15_175],
  })
  expect(run('tax/tax-table-2022', { 'married filing jointly': [100_000] })).toEqual({
    'married filing jointly': [13_234],
  })
})

it('answers the parameters of a year', () => {
  expect(run('tax/schedule-2025', { year: 2025 })).toMatchObject({
    brackets: { 'married filing separately': [11_925, 48_475, 103_350, 197_300, 250_525, 375_800] },
    standard_deduction: { single: 15_750, 'married filing jointly': 31_500, 'head of household': 23_625 },
    social_security_wage_base: 176_100,
  })
})

it('answers the tax on one income, by the table below 100,000', () => {
  const input = { year: 2025, status: 'married filing jointly', taxable_income: 25_300 }
  expect(run('tax/schedule-2025', input)).toEqual({ tax: 2_562 })
})
