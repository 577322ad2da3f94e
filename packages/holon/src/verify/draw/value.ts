import type { Json, JsonObject } from '../../spec/json.ts'
import type { Random } from '../../spec/ports.ts'
import { drawNumber } from './number.ts'
import { chance, one, whole } from './pick.ts'

/** How values are drawn: from a schema with its definitions, by chance, at some numbers more often. */
export interface Drawing {
  readonly root: JsonObject
  readonly random: Random
  readonly landmarks: readonly number[]
}

/** Deeper than this, schemas that contain themselves are cut short. */
const deepest = 8

/** A value by a JSON Schema, its edges and optional fields included. What schemas cannot say (patterns, for example) may not fit. */
export function drawValue(drawing: Drawing, given: JsonObject, depth = 0): Json {
  const { random } = drawing
  const schema = resolve(drawing, given)
  if ('const' in schema) return schema.const as Json
  if (Array.isArray(schema.enum)) return one(schema.enum as Json[], random)
  const choices = (schema.anyOf ?? schema.oneOf) as readonly JsonObject[] | undefined
  if (choices !== undefined) return drawValue(drawing, one(choices, random), depth + 1)
  const type = Array.isArray(schema.type) ? one(schema.type as string[], random) : schema.type
  switch (type) {
    case 'number':
    case 'integer':
      return drawNumber(schema, random, drawing.landmarks)
    case 'boolean':
      return chance(0.5, random)
    case 'string':
      return drawString(schema, random)
    case 'array':
      return drawArray(drawing, schema, depth)
    case 'object':
      return drawObject(drawing, schema, depth)
    case 'null':
      return null
    default:
      return one<Json>([null, 0, '', false, {}], random)
  }
}

/** A schema with references followed and all that must hold at once merged. */
export function resolve({ root }: Pick<Drawing, 'root'>, schema: JsonObject): JsonObject {
  const { $ref, allOf, ...rest } = schema
  if (typeof $ref === 'string') {
    const found = $ref
      .split('/')
      .slice(1)
      .reduce<unknown>(
        (at, key) => (at as Record<string, unknown> | undefined)?.[decodeURIComponent(key)],
        root,
      )
    return { ...(found === undefined ? {} : resolve({ root }, found as JsonObject)), ...rest }
  }
  if (!Array.isArray(allOf)) return schema
  return Object.assign({}, rest, ...allOf.map((part) => resolve({ root }, part as JsonObject))) as JsonObject
}

const words = ['', 'a', ' ', '0', 'constructor', 'Ünïcødé 🙂', '<b>&"\'', 'line\nline', '-1', 'null']

const formats: Readonly<Record<string, readonly string[]>> = {
  uri: ['https://example.com/', 'http://127.0.0.1:80/a?b=c#d', 'https://xn--e1awd7f.example/@'],
  url: ['https://example.com/'],
  email: ['a@example.com', 'a.b+c@sub.example.org'],
  uuid: ['00000000-0000-4000-8000-000000000000'],
  'date-time': ['1970-01-01T00:00:00Z', '2026-02-28T23:59:59.999Z'],
  date: ['1970-01-01', '2024-02-29'],
  time: ['00:00:00Z', '23:59:59Z'],
}

function drawString({ format, minLength, maxLength }: JsonObject, random: Random): string {
  const known = typeof format === 'string' ? formats[format] : undefined
  if (known !== undefined) return one(known, random)
  const longest = Math.min(typeof maxLength === 'number' ? maxLength : 200, 2000)
  const least = typeof minLength === 'number' ? minLength : 0
  if (chance(0.1, random)) return 'x'.repeat(longest)
  const word = one(words, random)
  return word.length < least ? word.padEnd(least, 'x') : word.slice(0, longest)
}

function drawArray(drawing: Drawing, schema: JsonObject, depth: number): Json {
  const { random } = drawing
  const fixed = ((schema.prefixItems ?? []) as readonly JsonObject[]).map((item) =>
    drawValue(drawing, item, depth + 1),
  )
  if (typeof schema.items !== 'object' || schema.items === null) return fixed
  const least = typeof schema.minItems === 'number' ? schema.minItems : 0
  const most = typeof schema.maxItems === 'number' ? schema.maxItems : Math.max(8, least)
  const usual =
    depth > deepest ? least : chance(0.1, random) ? most : whole(least, Math.min(most, least + 8), random)
  const length = Math.max(0, usual - fixed.length)
  const item = schema.items as JsonObject
  return [...fixed, ...Array.from({ length }, () => drawValue(drawing, item, depth + 1))]
}

function drawObject(drawing: Drawing, schema: JsonObject, depth: number): JsonObject {
  const { random } = drawing
  const properties = Object.entries((schema.properties ?? {}) as Readonly<Record<string, JsonObject>>)
  const required = (schema.required ?? []) as readonly string[]
  const present = properties.filter(
    ([name]) => required.includes(name) || (depth <= deepest && chance(0.5, random)),
  )
  const drawn = present.map(([name, property]) => [name, drawValue(drawing, property, depth + 1)] as const)
  return { ...Object.fromEntries(drawn), ...others(drawing, schema, depth) }
}

/** Entries of an object that is a map. */
function others(drawing: Drawing, schema: JsonObject, depth: number): JsonObject {
  const { additionalProperties, propertyNames, properties } = schema
  if (properties !== undefined || typeof additionalProperties !== 'object' || depth > deepest) return {}
  const count = whole(0, 3, drawing.random)
  const names = (propertyNames ?? { type: 'string' }) as JsonObject
  const entries = Array.from({ length: count }, () => [
    String(drawValue(drawing, names, depth + 1)),
    drawValue(drawing, additionalProperties as JsonObject, depth + 1),
  ])
  return Object.fromEntries(entries)
}
