import type { PowerDocument } from 'holon'
import { expect, test } from 'vitest'
import { countWords } from '../format/flight-unit.ts'
import { formatSize } from '../format/unit.ts'
import { dayWords, planWords, questionWords } from './words.ts'

test('counts, days and effects are told in their units', () => {
  expect([countWords(1, 'person'), countWords(2400, 'episode')]).toEqual(['1 person', '2,400 episodes'])
  expect([0.2, 11.2, 1e5].map(dayWords)).toEqual(['a day', '12 days', 'more than ten years'])
  expect([formatSize(-0.025, '%'), formatSize(2, 'minutes')]).toEqual(['2.5 pp', '2 minutes'])
  expect(planWords({ test: 'always-valid', adjusted: true })).toBe('Look at any time, less what was before')
})

test('the question is a sentence, once it is known', () => {
  const assumed = { effect: -0.05, baseline: 0.5, power: 0.8, alpha: 0.05, arms: 3 }
  const document = { valueUnit: '%', assumed } as PowerDocument
  expect(questionWords(document)).toBe(
    'To find a fall of 5 pp from 50.0% in any of 2 arms against the control, where it is there, 80 times of 100, and to find one where there is none 5 times of 100:',
  )
  expect(questionWords({ ...document, assumed: { ...document.assumed, effect: null } })).toBeUndefined()
})
