import type { Json } from 'holon'

import type { JsonSchema } from '../schemas/build.ts'

/** Rewrites references between shared schemas (`Name#`) to where OpenAPI keeps them. */
export function inDocument(schema: JsonSchema): JsonSchema {
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, visit(key, value)]))
}

function visit(key: string, value: Json): Json {
  if (key === '$ref' && typeof value === 'string') return value.replace(/^(\w+)#$/, '#/components/schemas/$1')
  if (Array.isArray(value)) return value.map((item) => visit('', item))
  return typeof value === 'object' && value !== null ? inDocument(value as JsonSchema) : value
}
