import type { DecisionDocument } from 'holon'
import { expect, test } from 'vitest'
import { publicFields } from './public-fields.ts'

const decision: DecisionDocument = {
  ...{ name: 'meter', does: '', example: {}, uses: [], experiences: [], guardrails: [], limits: [] },
  ...{ fallback: '', feedback: [], mistakes: [], policy: { kind: '', options: {}, words: '' } },
  contextSchema: {
    type: 'object',
    properties: {
      status: { enum: ['single', 'joint'] },
      age: { anyOf: [{ type: 'number' }, { type: 'null' }] },
      old: { type: 'boolean' },
      town: { type: 'string' },
      list: { type: 'array', items: { type: 'string' } },
      wages: { type: 'number' },
    },
  },
  dataClasses: {
    ...{ status: 'public', age: 'public', old: 'public', town: 'public', list: 'public', wages: 'personal' },
  },
}

test('offers public fields whose values can be compared, each with a value to begin with', () => {
  expect(publicFields(decision).map(({ begin }) => begin)).toEqual([
    { field: 'status', by: 'eq', value: 'single' },
    { field: 'age', by: 'eq', value: 0 },
    { field: 'old', by: 'eq', value: true },
    { field: 'town', by: 'eq', value: '' },
  ])
})
