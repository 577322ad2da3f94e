import { expect, test } from 'vitest'
import { stretchWords } from './stretch-words.ts'

test('names the days of a stretch', () => {
  expect([0, 1].map((stretch) => stretchWords('7 days', stretch))).toEqual(['days 1 to 7', 'days 8 to 14'])
  expect(stretchWords('1 day', 2)).toBe('day 3')
  expect(stretchWords('6 hours', 2)).toBe('6 hours, number 3')
})
