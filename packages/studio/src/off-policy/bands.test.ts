import { expect, test } from 'vitest'
import { bandWords } from './bands.ts'

test('bands of probabilities are told as percentages', () => {
  expect([bandWords(undefined, 0), bandWords(0, 0.01), bandWords(0.05, 0.1), bandWords(0.5, 1)]).toEqual([
    'never',
    'up to 1%',
    '5 to 10%',
    '50 to 100%',
  ])
})
