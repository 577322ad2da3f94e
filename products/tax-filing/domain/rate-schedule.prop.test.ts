import fc from 'fast-check'
import { describe, it } from 'vitest'
import { marginalPercent, scheduleTax } from './rate-schedule.ts'
import { scheduleParameters } from './years/years.ts'

const income = fc.double({ min: 0, max: 2_000_000, noNaN: true })
const rounding = 1e-6

describe.each([2022, 2023, 2024, 2025])('the schedule of %i', (year) => {
  const { brackets } = scheduleParameters(year)
  const tax = {
    single: (x: number) => scheduleTax(x, brackets.single),
    joint: (x: number) => scheduleTax(x, brackets['married-jointly']),
    separate: (x: number) => scheduleTax(x, brackets['married-separately']),
    head: (x: number) => scheduleTax(x, brackets['head-of-household']),
    survivor: (x: number) => scheduleTax(x, brackets['surviving-spouse']),
  }

  it.each(Object.entries(tax))('rises by no more than the marginal rate: %s', (_, taxOn) => {
    fc.assert(
      fc.property(income, fc.double({ min: 0, max: 1_000, noNaN: true }), (x, more) => {
        const rise = taxOn(x + more) - taxOn(x)
        return rise >= -rounding && rise <= 0.37 * more + rounding
      }),
    )
  })

  it.each(Object.entries(tax))('bears a growing rate, never above 37 percent: %s', (_, taxOn) => {
    fc.assert(
      fc.property(income, income, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a]
        const between = taxOn((low + high) / 2)
        return between <= (taxOn(low) + taxOn(high)) / 2 + rounding && taxOn(high) <= 0.37 * high + rounding
      }),
    )
  })

  it('orders the statuses: separate, single, head of household, joint', () => {
    fc.assert(
      fc.property(
        income,
        (x) =>
          tax.separate(x) >= tax.single(x) - rounding &&
          tax.single(x) >= tax.head(x) - rounding &&
          tax.head(x) >= tax.joint(x) - rounding &&
          tax.survivor(x) === tax.joint(x),
      ),
    )
  })

  it('taxes two halves separately like the whole jointly, and never above two singles less', () => {
    fc.assert(
      fc.property(income, (x) => {
        const joint = tax.joint(2 * x)
        return Math.abs(joint - 2 * tax.separate(x)) < rounding && joint >= 2 * tax.single(x) - rounding
      }),
    )
  })

  it('names the rate that the next cent bears', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (x) => {
        const rate = (scheduleTax(x + 0.25, brackets.single) - scheduleTax(x, brackets.single)) / 0.25
        return Math.abs(rate * 100 - marginalPercent(x, brackets.single)) < 1e-3
      }),
    )
  })
})
