import { describe, expect, test } from 'vitest'
import type { Measure, Statistics } from '../spec/measure.ts'
import { type Estimate, estimate } from './estimate.ts'

const cost = { op: 'cost' } as const
const rows = { decision: 'meter', per: 'decision' } as const
const rate: Measure = { op: 'rate', of: { op: 'exposed' }, ...rows }
const mean: Measure = { op: 'mean', of: cost, ...rows }
const sum: Measure = { op: 'sum', of: cost, ...rows }
const ratio: Measure = { op: 'ratio', of: cost, over: cost, ...rows }
const quantile: Measure = { op: 'quantile', q: 0.5, of: cost, ...rows }
const auc: Measure = { op: 'auc', score: cost, label: { op: 'exposed' }, ...rows }
const calibration: Measure = {
  op: 'calibrationError',
  score: cost,
  label: { op: 'exposed' },
  bins: 2,
  ...rows,
}

const moments = (values: readonly number[]): Statistics => ({
  kind: 'moments',
  n: values.length,
  sum: values.reduce((a, b) => a + b, 0),
  squares: values.reduce((a, b) => a + b * b, 0),
})
const pairs = (pairs: readonly (readonly [number, number])[]): Statistics => {
  const total = (of: (x: number, y: number) => number) => pairs.reduce((a, [x, y]) => a + of(x, y), 0)
  return {
    kind: 'ratio',
    n: pairs.length,
    x: total((x) => x),
    y: total((_, y) => y),
    xx: total((x) => x * x),
    yy: total((_, y) => y * y),
    xy: total((x, y) => x * y),
  }
}

function close(found: Estimate, value: number, interval: readonly [number, number], n: number): void {
  expect(found.value).toBeCloseTo(value, 9)
  expect(found.n).toBe(n)
  expect(found.interval?.[0]).toBeCloseTo(interval[0], 5)
  expect(found.interval?.[1]).toBeCloseTo(interval[1], 5)
}

describe('an estimate', () => {
  test('of a rate has the interval of Wilson', () => {
    close(estimate(rate, { kind: 'moments', n: 8, sum: 4, squares: 4 }), 0.5, [0.215216, 0.784784], 8)
  })

  test('of a rate per person is the mean of shares', () => {
    const shares = moments([1 / 3, 1, 0, 0])
    close(estimate({ ...rate, per: 'person' }, shares), 1 / 3, [0.03618, 0.86944], 4)
  })

  test('of a rate per person is not certain because three persons agree', () => {
    close(estimate({ ...rate, per: 'person' }, moments([1, 1, 1])), 1, [0.438503, 1], 3)
  })

  test('of a mean has the interval of Student', () => {
    close(estimate(mean, moments([1, 2, 3, 4])), 2.5, [0.44574, 4.55426], 4)
  })

  test('of a ratio has the interval of the delta method', () => {
    const three = pairs([
      [1, 1],
      [2, 1],
      [3, 2],
    ])
    close(estimate(ratio, three), 1.5, [0.56845, 2.43155], 3)
  })

  test('of equal values has no interval until there are thirty', () => {
    const equal = (n: number) => Array.from({ length: n }, () => 0.1)
    expect(estimate(mean, moments(equal(29)))).toMatchObject({ n: 29, interval: null })
    close(estimate(mean, moments(equal(30))), 0.1, [0.1, 0.1], 30)
    const same = (n: number) => pairs(equal(n).map((x, i) => [x * (i + 1), i + 1]))
    expect(estimate(ratio, same(29)).interval).toBe(null)
    close(estimate(ratio, same(30)), 0.1, [0.1, 0.1], 30)
  })

  test('of one value has no interval', () => {
    expect(estimate(mean, moments([7]))).toEqual({ value: 7, interval: null, n: 1 })
    expect(estimate(ratio, pairs([[3, 2]]))).toEqual({ value: 1.5, interval: null, n: 1 })
  })

  test('of what is counted or summed is what it is', () => {
    expect(estimate({ op: 'count', ...rows }, { kind: 'count', n: 12 })).toEqual({
      value: 12,
      interval: [12, 12],
      n: 12,
    })
    expect(estimate(sum, moments([1, 2]))).toEqual({ value: 3, interval: [3, 3], n: 2 })
  })

  test('of a quantile has the order statistics, or no interval where one is missing', () => {
    const order = { kind: 'order', n: 10, value: 5.5, low: 2, high: 9 } as const
    expect(estimate(quantile, order)).toEqual({ value: 5.5, interval: [2, 9], n: 10 })
    expect(estimate(quantile, { ...order, high: null })).toEqual({ value: 5.5, interval: null, n: 10 })
  })

  test('of an area has a width even where it is 1', () => {
    const perfect = estimate(auc, { kind: 'auc', positives: 4, negatives: 4, u: 16 })
    expect(perfect).toMatchObject({ value: 1, n: 8 })
    expect(perfect.interval?.[0]).toBeLessThan(0.9)
    expect(estimate(auc, { kind: 'auc', positives: 4, negatives: 4, u: 11.5 }).value).toBe(0.71875)
  })

  test('of a calibration error has the noise of its bins', () => {
    const bins = [
      { n: 4, score: 1, positives: 2 },
      { n: 4, score: 3.1, positives: 2 },
    ]
    close(estimate(calibration, { kind: 'bins', bins }), 0.2625, [0, 0.608976], 8)
  })

  test.each<[string, Measure, Statistics]>([
    ['rate', rate, moments([])],
    ['mean', mean, moments([])],
    ['ratio', ratio, pairs([])],
    ['ratio over zero', ratio, pairs([[1, 0]])],
    ['quantile', quantile, { kind: 'order', n: 0, value: null, low: null, high: null }],
    ['area without negatives', auc, { kind: 'auc', positives: 3, negatives: 0, u: 0 }],
    ['calibration error', calibration, { kind: 'bins', bins: [] }],
    ['mean beyond all doubles', mean, { kind: 'moments', n: 2, sum: Infinity, squares: Infinity }],
  ])('says nothing of nothing: %s', (_, measure, statistics) => {
    expect(estimate(measure, statistics)).toMatchObject({ value: null, interval: null })
  })
})
