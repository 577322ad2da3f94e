import { HolonError } from '../spec/error.ts'
import type { JsonObject } from '../spec/json.ts'
import type { DataClass, Schema } from '../spec/schema.ts'

/** JSON Schema (draft 2020-12) of what a schema takes in. */
export function jsonSchema(schema: Schema, where: string): JsonObject {
  try {
    const { $schema: _, ...rest } = schema['~standard'].jsonSchema.input({ target: 'draft-2020-12' })
    return rest as JsonObject
  } catch (cause) {
    throw new HolonError(
      'declaration-invalid',
      `The schema of the ${where} has no JSON Schema form: ${cause instanceof Error ? cause.message : String(cause)}`,
      'Use a Standard Schema library with JSON Schema support (zod 4.2 or later, for example), without types that JSON lacks.',
      { cause },
    )
  }
}

/** Schemas of the top-level properties; none where the schema is not of an object. */
export const properties = (schema: JsonObject): Readonly<Record<string, JsonObject>> =>
  (schema.properties ?? {}) as Readonly<Record<string, JsonObject>>

/** Data class of every top-level property. A property that states none is personal. */
export function dataClasses(schema: JsonObject): Readonly<Record<string, DataClass>> {
  return Object.fromEntries(
    Object.entries(properties(schema)).map(([name, property]) => [name, stated(name, property.dataClass)]),
  )
}

function stated(name: string, value: unknown): DataClass {
  if (value === undefined) return 'personal'
  if (value === 'public' || value === 'personal' || value === 'sensitive') return value
  throw new HolonError(
    'declaration-invalid',
    `The field "${name}" has the data class ${JSON.stringify(value)}.`,
    'Use "public", "personal" or "sensitive".',
  )
}
