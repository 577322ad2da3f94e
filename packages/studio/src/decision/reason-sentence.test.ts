import type { RecordDocument } from 'holon'
import { expect, test } from 'vitest'
import { reasonSentence } from './reason-sentence.ts'

const record = (over: object) =>
  ({
    experience: 'meter',
    wanted: 'meter',
    reason: 'policy',
    propensity: 0.98,
    interventions: [],
    predictions: [],
    ...over,
  }) as unknown as RecordDocument['record']

test('says whose choice it was', () => {
  expect(reasonSentence(record({}))).toBe('The policy chose meter; 98.0% of cases like this one meet it.')
  const rare = { reason: 'exploration', propensity: 0.01, probabilities: { nothing: 0.99, meter: 0.01 } }
  expect(reasonSentence(record(rare))).toContain('drawn to learn')
  const even = { reason: 'exploration', propensity: 0.5, probabilities: { nothing: 0.5, meter: 0.5 } }
  expect(reasonSentence(record(even))).toBe(
    'meter was drawn among experiences that the policy gives the same chance; 50.0% of cases like this one meet it.',
  )
})

test('names the guardrail and what it changed', () => {
  const interventions = [{ guardrail: 'once per return' }]
  expect(reasonSentence(record({ reason: 'guardrail', wanted: 'review', interventions }))).toBe(
    'The policy chose review; once per return made it meter.',
  )
  expect(reasonSentence(record({ reason: 'guardrail', interventions }))).toContain('changed how it came out')
})

test('says what failed, as exactly as the record knows', () => {
  const predictions = [{ fault: { code: 'model-timeout', message: 'no answer within 50 ms' } }]
  const fallback = { reason: 'fallback', experience: 'nothing', code: 'model-timeout' }
  expect(reasonSentence(record({ ...fallback, predictions }))).toContain('no answer within 50 ms')
  expect(reasonSentence(record(fallback))).toContain('model-timeout')
})
