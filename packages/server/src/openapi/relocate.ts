import type { Json } from 'holon'

import type { JsonSchema } from '../schemas/build.ts'

/** Keywords whose value is data, not a schema. */
const data = new Set(['const', 'default', 'enum', 'example', 'examples'])

/**
 * A schema that refers to its own parts (`#/$defs/…`), moved to another place of a larger document: the references
 * follow. A part with an `$id` of its own is left alone, its references are relative to it.
 *
 * @param place JSON pointer of the new place, `#/components/schemas/x` for example
 */
export function relocate(schema: JsonSchema, place: string): JsonSchema {
  const { $schema: _, $id: __, ...rest } = schema
  return visitObject(rest, place)
}

function visitObject(schema: JsonSchema, place: string): JsonSchema {
  if (typeof schema.$id === 'string') return schema
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, visit(key, value, place)]))
}

function visit(key: string, value: Json, place: string): Json {
  if (key === '$ref' && typeof value === 'string' && /^#(\/|$)/.test(value)) return place + value.slice(1)
  if (data.has(key)) return value
  if (Array.isArray(value)) return value.map((item) => visit('', item, place))
  return isObject(value) ? visitObject(value, place) : value
}

function isObject(value: Json): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
