import { expect, it } from 'vitest'
import { bandOf, examinationRate, examinationRates, ratesOf } from './examination-rates.ts'

it('prefers a final rate where one is published', () => {
  const rate = examinationRate(3_000_000)
  expect(rate?.percent).toBe(1.2)
  expect(rate?.rates.taxYears).toEqual([2018, 2018])
})

it('falls back to the rates so far of a later year', () => {
  const rate = examinationRate(60_000)
  expect(rate?.percent).toBe(0.2)
  expect(rate?.rates.final).toBe(false)
})

it.each([
  [-5_000, 1.1],
  [0, 1.1],
  [24_999, 0.4],
  [25_000, 0.2],
  [500_000, 0.6],
  [5_000_000, 2.2],
  [10_000_000, 9.2],
])('knows a rate for an income of %d', (income, percent) => {
  expect(examinationRate(income)?.percent).toBe(percent)
})

it('leaves out what is not published', () => {
  const rates = ratesOf(2018)
  expect(rates && bandOf(60_000, rates)).toBeUndefined()
  expect(ratesOf(2017)).toBeUndefined()
  expect(ratesOf(2013, 2021)?.bands.length).toBe(3)
})

it.each(examinationRates)('keeps bands in order with their source: $source', ({ bands, source }) => {
  const starts = bands.map(({ from }) => from)
  expect(starts).toEqual([...starts].sort((a, b) => a - b))
  expect(bands.every(({ percent }) => percent > 0 && percent < 100)).toBe(true)
  expect(source).not.toBe('')
})
