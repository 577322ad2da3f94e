import { expect, it } from 'vitest'
import { bracketSlices, marginalPercent, scheduleTax } from './rate-schedule.ts'
import { year2024 } from './years/year-2024.ts'

const { single } = year2024.brackets

it('cuts an income at the brackets', () => {
  expect(bracketSlices(50_000, single)).toEqual([
    { percent: 10, amount: 11_600 },
    { percent: 12, amount: 35_550 },
    { percent: 22, amount: 2_850 },
  ])
  expect(bracketSlices(0, single)).toEqual([])
})

// Publication 17 of 2024, tax rate schedule X: 183,647.25 plus 37 percent over 609,350.
it('taxes by the printed schedule', () => {
  expect(scheduleTax(609_350, single)).toBe(183_647.25)
  expect(scheduleTax(609_351, single)).toBe(183_647.62)
  expect(scheduleTax(50_000, single)).toBe(6_053)
})

it('has no tax on nothing or less', () => {
  expect(scheduleTax(0, single)).toBe(0)
  expect(scheduleTax(-5_000, single)).toBe(0)
})

it('knows the rate of the next dollar at each end of a bracket', () => {
  expect(marginalPercent(11_599.99, single)).toBe(10)
  expect(marginalPercent(11_600, single)).toBe(12)
  expect(marginalPercent(1e9, single)).toBe(37)
})
