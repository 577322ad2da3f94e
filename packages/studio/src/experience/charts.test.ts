import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatNumber } from '../format/number.ts'
import { columnsOf, spreadOut } from './apart.ts'
import { formatPercent, formatProbability } from './format.ts'
import { histogramOf, rangeOf } from './histogram.ts'
import { placed, roundStep, snapped, stepOf, ticksOf, worthDomain } from './scale.ts'
import { isLight, shadesOf } from './shades.ts'

const said = (prediction: number | null, proposed = 'a') => ({
  ...{ id: '', at: 0, prediction, present: 'a', proposed },
})

test('counts predictions in bins, by what people would meet', () => {
  const cases = [said(0), said(0.49), said(0.5, 'b'), said(1, 'b'), said(null), said(0.5)]
  const bins = histogramOf(cases, ['a', 'b'], 2)
  expect(bins).toEqual([
    { from: 0, to: 0.5, n: 2, counts: [2, 0] },
    { from: 0.5, to: 1, n: 3, counts: [1, 2] },
  ])
  expect(rangeOf(cases)).toEqual([0, 1])
  expect(rangeOf([said(7)])).toEqual([6.5, 7.5])
  expect(rangeOf([said(null)])).toBeUndefined()
})

test('every prediction in the range is in one bin', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1, noNaN: true })),
      fc.integer({ min: 1, max: 50 }),
      (all, n) => {
        const bins = histogramOf(
          all.map((p) => said(p)),
          ['a'],
          n,
        )
        expect(bins.reduce((sum, bin) => sum + bin.n, 0)).toBe(all.length)
      },
    ),
  )
})

test('draws what the choice depends on, not what flattens it', () => {
  const lines = [
    { name: 'nothing', whenTrue: 0, whenFalse: 0 },
    { name: 'ambulance', whenTrue: 4, whenFalse: -102 },
  ]
  const [least, most] = worthDomain(lines, 0)
  expect(least).toBeCloseTo(-8.96, 9)
  expect(most).toBeCloseTo(4.96, 9)
})

test('ticks and steps are round', () => {
  expect(roundStep(0.037)).toBeCloseTo(0.02, 12)
  expect(ticksOf([-7.7, 6.8], 8)).toEqual([-6, -4, -2, 0, 2, 4, 6])
  expect(ticksOf([0, 1], 5)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1])
  expect(stepOf([-8, 7])).toBe(0.1)
  expect(snapped(-3.14, 0.1)).toBe(-3.1)
  expect(placed([0, 1], [300, 40], 0.5)).toBe(170)
})

test('handles that would cover each other stand in columns, names one below the other', () => {
  expect(columnsOf([10, 15, 100, 12], 20, 3)).toEqual([0, 1, 0, 2])
  expect(columnsOf([10, 15, 12], 20, 2)).toEqual([0, 1, 1])
  expect(spreadOut([50, 10, 12], 15)).toEqual([50, 10, 25])
})

test('the more forceful is darker', () => {
  const shades = shadesOf([
    { name: 'call', forcefulness: 0.9 },
    { name: 'nothing', forcefulness: 0 },
    { name: 'note', forcefulness: 0.2 },
  ])
  expect(shades).toEqual({ nothing: 'var(--force-0)', note: 'var(--force-2)', call: 'var(--force-4)' })
  expect([isLight(shades.nothing), isLight(shades.call)]).toEqual([true, false])
})

test('writes probabilities and worths without noise', () => {
  expect([0, 0.0343, 0.5, 0.828, 0.9987, 1].map(formatProbability)).toEqual([
    ...['0.00', '0.034', '0.50', '0.83', '0.999', '1.00'],
  ])
  expect(formatNumber(0.1 + 0.2)).toBe('0.3')
  expect([0.05, 0.525, 1].map(formatPercent)).toEqual(['5%', '52.5%', '100%'])
})
