import { expect, test } from 'vitest'
import { z } from 'zod'

import { conforms } from './conforms.fixture.ts'
import { relocate } from './relocate.ts'

const Tree = z.object({
  name: z.string(),
  get branches() {
    return z.array(Tree)
  },
})
const place = '#/components/schemas/tree'

test('a schema that refers to itself keeps its meaning in a larger document', () => {
  const tree = relocate(z.toJSONSchema(z.object({ root: Tree, other: Tree })) as never, place)
  const document = { components: { schemas: { tree } } }
  const leaf = { name: 'leaf', branches: [] }
  const fits = (value: object): readonly string[] => conforms(document, { $ref: place }, value as never)
  expect(fits({ root: { name: 'trunk', branches: [leaf] }, other: leaf })).toEqual([])
  expect(fits({ root: { name: 'trunk', branches: [{ name: 7, branches: [] }] }, other: leaf })).not.toEqual(
    [],
  )
})

test('what only looks like a reference stays', () => {
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'https://holon.example/own',
    properties: {
      $ref: { type: 'string' },
      choice: { enum: [{ $ref: '#/x' }], const: { $ref: '#/y' }, default: { $ref: '#/z' } },
      elsewhere: { $ref: 'https://holon.example/other#/x' },
      own: { $id: 'https://holon.example/part', properties: { a: { $ref: '#/$defs/b' } } },
      whole: { $ref: '#' },
      several: { anyOf: [{ $ref: '#/$defs/a' }] },
    },
  }
  const { $schema: _, $id: __, ...rest } = schema
  expect(relocate(schema, place)).toEqual({
    properties: {
      ...rest.properties,
      whole: { $ref: place },
      several: { anyOf: [{ $ref: `${place}/$defs/a` }] },
    },
  })
})
