import type { IndicatorStanding } from 'holon'
import { expect, test } from 'vitest'
import { flightCount, indicatorWords } from './indicator-words.ts'

const standing: IndicatorStanding = {
  ...{ indicator: 'clicks', goal: 'returning', expected: 'raises', verdict: 'unknown', words: '' },
  ...{ flights: 0, slope: null, interval: null, agreed: { n: 2, of: 9, interval: null }, effects: [] },
}

test('a line says what ended flights showed of an indicator', () => {
  expect(indicatorWords({ ...standing, verdict: 'misleading' })).toBe(
    'has been misleading: it did not follow in 7 of 9 changes',
  )
  expect(indicatorWords({ ...standing, verdict: 'predicts' })).toBe('followed in 2 of 9 changes')
  expect(indicatorWords(standing)).toBe('no ended flight tells yet')
  expect(indicatorWords({ ...standing, flights: 3 })).toBe('not known yet whether it follows')
  expect([flightCount(1), flightCount(4)]).toEqual(['1 flight', '4 flights'])
})
