import { expect, test } from 'vitest'
import { shapeOf } from './shape.ts'

const number = { kind: 'number', integer: false, least: undefined, most: undefined }

test('reads the plain types with their limits', () => {
  expect(shapeOf({ type: 'boolean' })).toEqual({ kind: 'boolean' })
  expect(shapeOf({ type: 'integer', minimum: 1, maximum: 5 })).toEqual({
    kind: 'number',
    integer: true,
    least: 1,
    most: 5,
  })
  expect(shapeOf({ type: 'string', maxLength: 80, format: 'date' })).toEqual({
    kind: 'text',
    longest: 80,
    format: 'date',
  })
})

test('takes the range of all safe integers for no limit', () => {
  const all = { type: 'integer', minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER }
  expect(shapeOf(all)).toEqual({ ...number, integer: true })
})

test('reads objects with what is required, lists and references', () => {
  const schema = {
    type: 'object',
    required: ['lines'],
    properties: {
      lines: { type: 'array', items: { $ref: '#/$defs/a~1b' } },
      note: { type: 'string', title: 'A note', description: 'Free', default: 'none' },
    },
    $defs: { 'a/b': { type: 'number' } },
  }
  expect(shapeOf(schema)).toEqual({
    kind: 'object',
    fields: [
      {
        name: 'lines',
        title: undefined,
        description: undefined,
        required: true,
        usual: undefined,
        shape: { kind: 'list', of: number },
      },
      {
        name: 'note',
        title: 'A note',
        description: 'Free',
        required: false,
        usual: 'none',
        shape: { kind: 'text', longest: undefined, format: undefined },
      },
    ],
  })
})

test('reads choices, however the schema spells them', () => {
  const choice = { kind: 'choice', options: ['a', 'b'] }
  expect(shapeOf({ enum: ['a', 'b'] })).toEqual(choice)
  expect(shapeOf({ anyOf: [{ const: 'a' }, { const: 'b' }] })).toEqual(choice)
  expect(shapeOf({ enum: ['a', 'b', null] })).toEqual({ kind: 'nullable', of: choice })
})

test('reads what may be null, however the schema spells it', () => {
  const nullable = { kind: 'nullable', of: number }
  expect(shapeOf({ anyOf: [{ type: 'number' }, { type: 'null' }] })).toEqual(nullable)
  expect(shapeOf({ type: ['number', 'null'] })).toEqual(nullable)
})

test('leaves to text what no form can draw', () => {
  const union = { oneOf: [{ type: 'object', properties: {} }, { type: 'string' }] }
  expect(shapeOf(union)).toEqual({ kind: 'json' })
  expect(shapeOf({})).toEqual({ kind: 'json' })
  expect(shapeOf({ $ref: '#' })).toEqual({ kind: 'json' })
})
