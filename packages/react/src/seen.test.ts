import { expect, test } from 'vitest'

import { isHalfInside } from './seen.ts'

const box = (width: number, height: number) => ({ width, height }) as DOMRectReadOnly
const screen = box(1_000, 800)
const entry = (
  intersectionRatio: number,
  width: number,
  height: number,
  rootBounds: DOMRectReadOnly | null = screen,
) => ({
  isIntersecting: width * height > 0,
  intersectionRatio,
  intersectionRect: box(width, height),
  rootBounds,
})

test('half of the element is enough, a little less is not', () => {
  expect(isHalfInside(entry(0.5, 100, 50))).toBe(true)
  expect(isHalfInside(entry(0.49, 100, 49))).toBe(false)
})

test('so is half of the screen, of what is larger than two screens', () => {
  expect(isHalfInside(entry(0.2, 1_000, 400))).toBe(true)
  expect(isHalfInside(entry(0.2, 499, 800))).toBe(false)
  expect(isHalfInside(entry(0.2, 1_000, 400, null))).toBe(false)
})

test('an element without any area is never inside, though all of it is', () => {
  expect(isHalfInside(entry(1, 0, 0))).toBe(false)
})
