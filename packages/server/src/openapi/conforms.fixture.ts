import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Json, JsonObject } from 'holon'

/**
 * What in a value does not fit a schema of the document. Stricter than the schema: a property that it does not name is
 * something the document forgot.
 */
export function conforms(document: JsonObject, schema: JsonObject, value: Json): readonly string[] {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true })
  ajv.addSchema({ $id: 'document', components: closed(document.components ?? {}) as JsonObject })
  const local = JSON.parse(JSON.stringify(closed(schema)).replaceAll('"#/', '"document#/')) as JsonObject
  const check = ajv.compile(local)
  if (check(value)) return []
  return (check.errors ?? []).map(
    (error) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`,
  )
}

function closed(value: Json): Json {
  if (Array.isArray(value)) return value.map(closed)
  if (typeof value !== 'object' || value === null) return value
  const inner = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, closed(one)]))
  return 'properties' in inner && !('additionalProperties' in inner)
    ? { ...inner, additionalProperties: false }
    : inner
}
