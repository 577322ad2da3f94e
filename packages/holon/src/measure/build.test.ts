import { describe, expect, test } from 'vitest'
import { bool, num } from '../spec/expression.ts'
import { auc, brier, calibrationError, count, mean, quantile, rate, ratio, sum } from './build.ts'

const useful = bool('meter', { op: 'feedback', name: 'useful' })
const seen = bool('meter', { op: 'exposed' })
const cost = num('meter', { op: 'cost' })
const prediction = num('meter', { op: 'prediction' })
const rows = { decision: 'meter', per: 'decision' } as const

describe('a measure', () => {
  test.each([
    ['rate', rate(useful), { op: 'rate', of: useful.node, ...rows }],
    ['count', count(useful), { op: 'count', among: useful.node, ...rows }],
    [
      'count per person',
      count(useful, { per: 'person' }),
      { op: 'count', among: useful.node, ...rows, per: 'person' },
    ],
    ['mean', mean(cost, { among: seen }), { op: 'mean', of: cost.node, among: seen.node, ...rows }],
    ['sum', sum(cost, { per: 'episode' }), { op: 'sum', of: cost.node, ...rows, per: 'episode' }],
    ['ratio', ratio(cost, prediction), { op: 'ratio', of: cost.node, over: prediction.node, ...rows }],
    ['quantile', quantile(0.9, cost), { op: 'quantile', q: 0.9, of: cost.node, ...rows }],
    [
      'auc',
      auc(prediction, useful, { among: seen }),
      { op: 'auc', score: prediction.node, label: useful.node, among: seen.node, ...rows },
    ],
    [
      'calibration error',
      calibrationError(prediction, useful),
      { op: 'calibrationError', bins: 10, score: prediction.node, label: useful.node, ...rows },
    ],
  ])('is plain frozen data: %s', (_, measure, expected) => {
    expect(measure).toEqual(expected)
    expect(Object.isFrozen(measure)).toBe(true)
  })

  test('of Brier is the mean of squared distances', () => {
    const distance = prediction.minus(useful.asNumber())
    expect(brier(prediction, useful)).toEqual(mean(distance.times(distance)))
  })

  test.each([
    ['a quantile of 1', () => quantile(1, cost)],
    ['a quantile of nothing', () => quantile(Number.NaN, cost)],
    ['no bins', () => calibrationError(prediction, useful, { bins: 0 })],
    ['half a bin', () => calibrationError(prediction, useful, { bins: 1.5 })],
    [
      'values of two decision points',
      () => rate(useful, { among: bool('offer' as string, { op: 'exposed' }) as never }),
    ],
  ])('refuses %s', (_, build) => {
    expect(build).toThrow(expect.objectContaining({ code: 'measure-invalid' }))
  })
})
