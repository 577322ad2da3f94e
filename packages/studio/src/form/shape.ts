import type { Json, JsonObject } from 'holon'

/** What a form needs to know of a JSON Schema. What it cannot draw is `json`: edited as text. */
export type Shape =
  | { readonly kind: 'boolean' }
  | {
      readonly kind: 'number'
      readonly integer: boolean
      readonly least: number | undefined
      readonly most: number | undefined
    }
  | { readonly kind: 'text'; readonly longest: number | undefined; readonly format: string | undefined }
  | { readonly kind: 'choice'; readonly options: readonly (string | number | boolean)[] }
  | { readonly kind: 'constant'; readonly value: Json }
  | { readonly kind: 'object'; readonly fields: readonly Field[] }
  | { readonly kind: 'list'; readonly of: Shape }
  | { readonly kind: 'nullable'; readonly of: Shape }
  | { readonly kind: 'json' }

/** A property of an object. */
export interface Field {
  readonly name: string
  readonly title: string | undefined
  readonly description: string | undefined
  readonly required: boolean
  /** What counts when nothing is said. */
  readonly usual: Json | undefined
  readonly shape: Shape
}

/** Reads a JSON Schema (draft 2020-12, as far as forms go), following references inside the same document. */
export function shapeOf(schema: JsonObject, root: JsonObject = schema, depth = 0): Shape {
  if (depth > 12) return { kind: 'json' }
  const inner = (next: JsonObject) => shapeOf(next, root, depth + 1)
  const referred = referredBy(schema, root)
  if (referred !== undefined) return inner(referred)
  if (schema.const !== undefined) return { kind: 'constant', value: schema.const }
  if (isList(schema.enum)) return choiceOf(schema.enum)
  const alternatives = isList(schema.anyOf) ? schema.anyOf : isList(schema.oneOf) ? schema.oneOf : undefined
  if (alternatives !== undefined) return alternativesOf(alternatives.filter(isObject), inner)
  if (isList(schema.type)) return typesOf(schema, schema.type, inner)
  return typeOf(schema, inner)
}

function typeOf(schema: JsonObject, inner: (schema: JsonObject) => Shape): Shape {
  switch (schema.type) {
    case 'boolean':
      return { kind: 'boolean' }
    case 'number':
    case 'integer':
      return numberOf(schema)
    case 'string':
      return { kind: 'text', longest: numeric(schema.maxLength), format: text(schema.format) }
    case 'array':
      return isObject(schema.items) ? { kind: 'list', of: inner(schema.items) } : { kind: 'json' }
    case 'object':
      return isObject(schema.properties) ? objectOf(schema, schema.properties, inner) : { kind: 'json' }
    default:
      return { kind: 'json' }
  }
}

function numberOf(schema: JsonObject): Shape {
  const integer = schema.type === 'integer'
  // Some libraries state the range of all safe integers; that is no limit a person should read.
  const bound = (value: Json | undefined) => {
    const number = numeric(value)
    return number !== undefined && Math.abs(number) < Number.MAX_SAFE_INTEGER ? number : undefined
  }
  return { kind: 'number', integer, least: bound(schema.minimum), most: bound(schema.maximum) }
}

function objectOf(schema: JsonObject, properties: JsonObject, inner: (schema: JsonObject) => Shape): Shape {
  const required = new Set(isList(schema.required) ? schema.required : [])
  const fields = Object.entries(properties).flatMap(([name, property]) =>
    isObject(property)
      ? [
          {
            name,
            title: text(property.title),
            description: text(property.description),
            required: required.has(name),
            usual: property.default,
            shape: inner(property),
          },
        ]
      : [],
  )
  return { kind: 'object', fields }
}

function alternativesOf(schemas: readonly JsonObject[], inner: (schema: JsonObject) => Shape): Shape {
  const real = schemas.filter((schema) => schema.type !== 'null')
  const shapes = real.map(inner)
  const constants = shapes.flatMap((shape) => (shape.kind === 'constant' ? [shape.value] : []))
  const first = shapes[0]
  const one: Shape =
    constants.length === shapes.length
      ? choiceOf(constants)
      : shapes.length === 1 && first
        ? first
        : { kind: 'json' }
  return real.length < schemas.length ? { kind: 'nullable', of: one } : one
}

function typesOf(schema: JsonObject, types: readonly Json[], inner: (schema: JsonObject) => Shape): Shape {
  return alternativesOf(
    types.map((type) => ({ ...schema, type })),
    inner,
  )
}

function choiceOf(values: readonly Json[]): Shape {
  const options = values.filter(
    (value) => typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean',
  )
  const choice: Shape = { kind: 'choice', options }
  return options.length === values.length
    ? choice
    : values.every((value) => value === null || options.includes(value as never))
      ? { kind: 'nullable', of: choice }
      : { kind: 'json' }
}

function referredBy({ $ref }: JsonObject, root: JsonObject): JsonObject | undefined {
  if (typeof $ref !== 'string' || !$ref.startsWith('#')) return undefined
  const segments = $ref.slice(1).split('/').filter(Boolean)
  let found: Json | undefined = root
  for (const segment of segments) {
    const key = decodeURIComponent(segment).replaceAll('~1', '/').replaceAll('~0', '~')
    found = isObject(found) ? found[key] : undefined
  }
  return isObject(found) ? found : undefined
}

/** What the schema of an object calls a property: its title, or its name. */
export function titleOf({ properties }: JsonObject, name: string): string {
  const property = isObject(properties) ? properties[name] : undefined
  return (isObject(property) ? text(property.title) : undefined) ?? name
}

const numeric = (value: Json | undefined) => (typeof value === 'number' ? value : undefined)
const text = (value: Json | undefined) => (typeof value === 'string' ? value : undefined)
const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value)

/** Whether a JSON value is an object. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
