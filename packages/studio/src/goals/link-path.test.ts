import { expect, test } from 'vitest'
import { freeGap, levelPath, linkPath } from './link-path.ts'

const card = (left: number, right: number) => ({ left, right, top: 100, bottom: 200 })
const row = (...cards: ReturnType<typeof card>[]) => ({ top: 100, bottom: 200, cards })

test('takes the nearest way that no card is in', () => {
  const two = row(card(0, 100), card(140, 240))
  expect(freeGap(120, [two])).toBe(120)
  expect(freeGap(50, [two])).toBe(-14)
  expect(freeGap(90, [two])).toBe(114)
  expect(freeGap(90, [two, row(card(60, 130))])).toBe(-14)
  expect(freeGap(90, [])).toBeUndefined()
})

test('bends straight up to the next row, and through the gap of a row between', () => {
  expect(linkPath(50, 300, 50, 200, [])).toBe('M50 300C50 250 50 250 50 200')
  expect(linkPath(50, 300, 50, 40, [row(card(0, 100))])).toBe(
    'M50 300C50 250 -14 250 -14 200L-14 100C-14 70 50 70 50 40',
  )
})

test('runs level between cards of one row, whichever stands first', () => {
  expect(levelPath(card(0, 100), card(140, 240))).toBe('M100 150L140 150')
  expect(levelPath(card(140, 240), card(0, 100))).toBe('M140 150L100 150')
})
