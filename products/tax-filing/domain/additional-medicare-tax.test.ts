import { expect, it } from 'vitest'
import { additionalMedicareTax } from './additional-medicare-tax.ts'

it.each([
  ['single', 300_000, 0, 900],
  ['married-jointly', 300_000, 0, 450],
  ['married-separately', 150_000, 0, 225],
  ['head-of-household', 200_000, 0, 0],
  ['surviving-spouse', 249_000, 0, 441],
] as const)('taxes wages over the threshold: %s', (status, wages, earnings, tax) => {
  expect(additionalMedicareTax(status, wages, earnings).tax).toBeCloseTo(tax, 6)
})

it('lets wages use the threshold before self-employment earnings', () => {
  const { wagesOver, netEarningsOver } = additionalMedicareTax('single', 180_000, 50_000)
  expect(wagesOver).toBe(0)
  expect(netEarningsOver).toBe(30_000)
  expect(additionalMedicareTax('single', 220_000, 50_000)).toMatchObject({
    wagesOver: 20_000,
    netEarningsOver: 50_000,
  })
})
