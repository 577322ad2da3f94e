import { expect, test } from 'vitest'
import { cutAt, placeOn, reachOf } from './effect-scale.ts'

const effect = (low: number, high: number) => {
  const one = { estimate: (low + high) / 2, interval: [low, high] } as const
  return { absolute: one, relative: one }
}

test('reaches as far as the widest interval, of relative ones unless it is far wider than most', () => {
  expect(reachOf([effect(-0.1, 0.3), effect(-0.5, 0.2)], 'relative')).toBe(0.5)
  const alike = [effect(-1, 1), effect(-1, 1), effect(-1, 1), effect(-1, 1)]
  expect(reachOf([...alike, effect(-40, 1)], 'relative')).toBe(1.25)
  expect(reachOf([...alike, effect(-40, 1)], 'absolute')).toBe(40)
  expect(reachOf([effect(0, 0), effect(0, 0), effect(0, 3)], 'relative')).toBe(3)
  expect(reachOf([effect(-9, 3)], 'absolute')).toBe(9)
  expect(reachOf([{ absolute: null, relative: null }], 'absolute')).toBe(1)
  expect(reachOf([effect(0, 0)], 'absolute')).toBe(1)
})

test('puts zero in the middle, and says where an interval is cut', () => {
  expect([-2, -1, 0, 1, 2].map((value) => placeOn(1, value))).toEqual([0, 0, 0.5, 1, 1])
  expect(cutAt(1, [-2, 0.5])).toEqual({ low: true, high: false })
  expect(cutAt(1, [-1, 1])).toEqual({ low: false, high: false })
})
