import { expect, test } from 'vitest'
import { spoken } from './time.tsx'

test.each([
  [400, '0 s'],
  [59_400, '59 s'],
  [61_000, '1 min 1 s'],
  [3_720_000, '1 h 2 min'],
])('%d ms are %s', (milliseconds, words) => {
  expect(spoken(milliseconds)).toBe(words)
})
