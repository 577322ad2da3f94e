import { expect, test } from 'vitest'
import { optionsOf } from './options.ts'
import { shapeOf } from './shape.ts'

const labels = (schema: Parameters<typeof shapeOf>[0]) =>
  optionsOf(shapeOf(schema))?.map(({ label }) => label)

test('a few values are chosen, others are written', () => {
  expect(labels({ type: 'boolean' })).toEqual(['Yes', 'No'])
  expect(labels({ enum: ['safe', 'unsafe'] })).toEqual(['safe', 'unsafe'])
  expect(labels({ type: 'integer', minimum: 1, maximum: 3 })).toEqual(['1', '2', '3'])
  expect(labels({ type: 'integer', minimum: 1, maximum: 300 })).toBeUndefined()
  expect(labels({ type: 'number', minimum: 1, maximum: 3 })).toBeUndefined()
  expect(labels({ type: 'string' })).toBeUndefined()
})
