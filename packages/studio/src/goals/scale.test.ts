import { expect, test } from 'vitest'
import { placeOn, scaleOf, zoneOn } from './scale.ts'

const measured = (over: object) => ({
  unit: '',
  target: { atLeast: 4 },
  value: null,
  interval: null,
  ...over,
})

test('has room for target, value, interval and slices', () => {
  const slices = [{ slice: 'a', value: 9, interval: [8, 12] as const, n: 3 }]
  expect(scaleOf(measured({ value: 5, interval: [4.5, 6], slices }))).toEqual({ low: 2, high: 14 })
})

test('stays within the shares that exist and does not invent negative numbers', () => {
  expect(
    scaleOf(measured({ unit: '%', target: { atLeast: 0.1 }, value: 0.9, interval: [0.8, 0.99] })),
  ).toEqual({
    low: 0,
    high: 1,
  })
})

test('shows a target that nothing was measured against', () => {
  expect(scaleOf(measured({}))).toEqual({ low: 3, high: 5 })
  expect(scaleOf(measured({ target: { atMost: 0 } }))).toEqual({ low: 0, high: 0.25 })
})

test('places numbers and the zone of the target', () => {
  const scale = { low: 0, high: 10 }
  expect([-5, 0, 2.5, 99].map((value) => placeOn(scale, value))).toEqual([0, 0, 0.25, 1])
  expect(zoneOn(scale, { atLeast: 6 })).toEqual([0.6, 1])
  expect(zoneOn(scale, { atMost: 6 })).toEqual([0, 0.6])
  expect(zoneOn(scale, { between: [2, 6] })).toEqual([0.2, 0.6])
})
