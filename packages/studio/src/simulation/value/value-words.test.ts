import { expect, test } from 'vitest'
import { valueWords } from './value-words.ts'

test('says where the knee is, and where today stands', () => {
  const knee = {
    at: 0.8123,
    interval: [0.7, 0.9],
    before: 1,
    after: 0,
    afterInterval: [0, 0],
    today: 'beyond',
  } as const
  expect(valueWords({ verdict: 'knee', knee })).toBe(
    "It rises up to about 0.81. Today's model is beyond it: better predictions buy nothing here.",
  )
  expect(valueWords({ verdict: 'knee', knee: { ...knee, today: 'unknown' } })).toBe(
    'It rises up to about 0.81.',
  )
  expect(valueWords({ verdict: 'worse' })).toBe('Better predictions make it worse.')
})
