import type { IndicatorStanding } from 'holon'
import { expect, test } from 'vitest'
import { flightCount, indicatorWords } from './indicator-words.ts'

const standing: IndicatorStanding = {
  ...{ indicator: 'clicks', goal: 'returning', expected: 'raises', verdict: 'unknown', words: '' },
  ...{ flights: 0, slope: null, interval: null, agreed: { n: 2, of: 9, interval: null }, effects: [] },
}

test('a line says what ended flights showed of an indicator', () => {
  const line = (more: Partial<IndicatorStanding>) =>
    indicatorWords({ ...standing, ...more }).join('returning')
  expect(line({ verdict: 'misleading' })).toBe(
    'Misleading about returning: it did not follow in 7 of 9 changes',
  )
  expect(line({ verdict: 'predicts' })).toBe('returning followed in 2 of 9 changes')
  expect(line({})).toBe('Not known whether returning follows: no flight has ended')
  expect(line({ flights: 3 })).toBe('Not known whether returning follows')
  expect([flightCount(1), flightCount(4)]).toEqual(['1 flight', '4 flights'])
})
