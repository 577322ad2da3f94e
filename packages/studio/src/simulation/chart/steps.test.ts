import { expect, test } from 'vitest'
import { stepAt, stepsOf } from './steps.ts'

const steps = stepsOf([{ day: 0 }, { day: 7 }, { day: 14 }], 16)

test('a stretch lasts until the next begins, the last one until the report ends', () => {
  expect(steps).toEqual([
    { from: 0, to: 7, middle: 3.5 },
    { from: 7, to: 14, middle: 10.5 },
    { from: 14, to: 16, middle: 15 },
  ])
  expect(stepsOf([], 3)).toEqual([])
})

test('a day is in the stretch that began last', () => {
  expect(stepAt(steps, 6.9)?.from).toBe(0)
  expect(stepAt(steps, 7)?.from).toBe(7)
  expect(stepAt(steps, 99)?.from).toBe(14)
  expect(stepAt(stepsOf([{ day: 5 }], 6), 1)?.from).toBe(5)
  expect(stepAt([], 1)).toBeUndefined()
})
