import type { JsonObject } from 'holon'

/** A JSON Schema, draft 2020-12, as OpenAPI 3.1 has it. */
export type JsonSchema = JsonObject

type OptionalKeys<T> = { [K in keyof T]-?: Record<never, never> extends Pick<T, K> ? K : never }[keyof T]
type Properties<K extends PropertyKey> = { readonly [P in K]: JsonSchema }
type Required<T> = Properties<Exclude<keyof T, OptionalKeys<T>>>
type Optional<T> = [OptionalKeys<T>] extends [never] ? [] : [optional: Properties<OptionalKeys<T>>]

/** The schema of an object type: the compiler sees to it that no property is forgotten or invented. */
export function object<T>(required: Required<T>, ...[optional]: Optional<T>): JsonSchema {
  return {
    type: 'object',
    required: Object.keys(required),
    properties: { ...(required as JsonObject), ...(optional as JsonObject | undefined) },
  }
}

/** An array of something. */
export function list(items: JsonSchema): JsonSchema {
  return { type: 'array', items }
}

/** An object with any keys and one kind of value. */
export function mapOf(additionalProperties: JsonSchema): JsonSchema {
  return { type: 'object', additionalProperties }
}

/** One of the shapes given. */
export function oneOf(...shapes: readonly JsonSchema[]): JsonSchema {
  return { oneOf: shapes }
}

/** One of a few words. */
export function word(...values: readonly string[]): JsonSchema {
  return { type: 'string', enum: values }
}

/** A text that is not empty. */
export function words(maxLength: number): JsonSchema {
  return { type: 'string', minLength: 1, maxLength }
}

/** A pair of numbers. */
export const pair: JsonSchema = { type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 2 }

/** The same schema for null as well. */
export function orNull(schema: JsonSchema): JsonSchema {
  return { anyOf: [schema, { type: 'null' }] }
}

/** A schema among the components, by its name. */
export function ref(name: string): JsonSchema {
  return { $ref: `${name}#` }
}

/** Adds words for people. */
export function described(description: string, schema: JsonSchema): JsonSchema {
  return { ...schema, description }
}

export const text: JsonSchema = { type: 'string' }
export const number: JsonSchema = { type: 'number' }
export const integer: JsonSchema = { type: 'integer' }
export const truth: JsonSchema = { type: 'boolean' }
export const anything: JsonSchema = {}
export const anyObject: JsonSchema = { type: 'object' }
/** Milliseconds since 1970. */
export const time: JsonSchema = described('Milliseconds since 1970.', number)
