import { expect, test } from 'vitest'
import { emptyValue } from './empty-value.ts'
import { shapeOf } from './shape.ts'

test('begins an item with what is required, within its limits', () => {
  const schema = {
    type: 'object',
    required: ['count', 'kind', 'lines', 'note'],
    properties: {
      count: { type: 'integer', minimum: 2 },
      kind: { enum: ['wage', 'pension'] },
      lines: { type: 'array', items: { type: 'string' } },
      note: { type: ['string', 'null'] },
      optional: { type: 'boolean' },
    },
  }
  expect(emptyValue(shapeOf(schema))).toEqual({ count: 2, kind: 'wage', lines: [], note: null })
})
