import type { ComponentDocument, DecisionDocument } from 'holon'
import { expect, test } from 'vitest'
import { differencesOf } from './difference.ts'

const decision: DecisionDocument = {
  ...{ name: 'meter', does: '', contextSchema: {}, dataClasses: {}, example: {}, uses: [], guardrails: [] },
  ...{ limits: [], fallback: 'nothing', feedback: [], mistakes: [], model: 'risk' },
  policy: { kind: 'thresholds', options: {}, words: 'meter from 0.5.' },
  experiences: [
    { name: 'meter', style: 'annotate', forcefulness: 0.2, right: 1, wrong: -2, interrupting: 0 },
  ],
  variants: [
    { name: 'calm', does: 'says it calmly', changes: ['meter: words', 'meter: value when right 3'] },
    { name: 'rarely', does: 'speaks up later', changes: ['policy: meter from 0.7.'] },
  ],
}
const model: ComponentDocument = {
  ...{ name: 'risk', ml: true, inside: true, does: '', uses: [] },
  model: {
    ...{ predicts: 'probability', deadline: 1, featureSchema: {}, calibrated: true, fault: { kind: 'none' } },
    ...{ version: '4', kind: 'onnx' },
    versions: [{ name: 'bought', version: 'api-3', kind: 'http', cost: 0.002 }],
  },
}
const against = (arm: Parameters<typeof differencesOf>[3], control = {}) =>
  differencesOf(decision, model, control, arm).map(({ part, control, arm }) => [part, control, arm])

test('tells a variant part by part, beside what is declared', () => {
  expect(against({ variant: 'calm' })).toEqual([
    ['meter: words', 'as declared', 'those of “calm”'],
    ['meter: value when right', '1', '3'],
  ])
  expect(against({ variant: 'rarely' })).toEqual([['policy', 'meter from 0.5.', 'meter from 0.7.']])
})

test('tells another model with its price, and other numbers', () => {
  expect(against({ model: 'bought' })).toEqual([
    ['model risk', 'its own, 4 (onnx)', 'bought, api-3 (http), 0.002 an answer'],
  ])
  expect(against({ experiences: { meter: { wrong: -1 } } })).toEqual([
    ['meter: value when wrong', '−2', '−1'],
  ])
})

test('compares with a control that changes something too, and tells nothing that is alike', () => {
  expect(against({ variant: 'calm' }, { variant: 'calm' })).toEqual([])
  expect(against({}, { variant: 'rarely' })).toEqual([['policy', 'meter from 0.7.', 'meter from 0.5.']])
  expect(against({ experiences: { meter: { right: 1 } } })).toEqual([])
})
