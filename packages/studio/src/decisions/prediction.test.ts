import { expect, test } from 'vitest'
import type { Decided } from '../wire/entries.ts'
import { formatPrediction, heightOf, predictionOf, totalMilliseconds } from './prediction.ts'

test('reads what the policy saw, past a model that said nothing', () => {
  const predictions = [
    { model: 'a', version: '1', calibrated: false, fault: { code: 'model-timeout', message: 'late' } },
    { model: 'b', version: '1', calibrated: true, raw: 0.4, value: 0.3 },
  ]
  expect(predictionOf({ predictions } as unknown as Decided)).toBe(0.3)
  expect(predictionOf({ predictions: [] } as unknown as Decided)).toBeUndefined()
})

test('shows a probability, the likeliest class, a number, or a dash', () => {
  expect([0.123, { dog: 0.7, cat: 0.3 }, 42.5, null].map(formatPrediction)).toEqual([
    '12.3%',
    'dog 70.0%',
    '42.5',
    '–',
  ])
})

test('gives a height only to what lies between 0 and 1', () => {
  expect([0.5, 42, { dog: 0.7, cat: 0.3 }, 'text', undefined].map(heightOf)).toEqual([
    0.5,
    undefined,
    0.7,
    undefined,
    undefined,
  ])
})

test('adds up the stages', () => {
  expect(totalMilliseconds({ timings: { predict: 1.5, guard: 0.5 } } as unknown as Decided)).toBe(2)
})
