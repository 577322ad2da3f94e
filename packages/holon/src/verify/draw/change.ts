import type { Json, JsonObject } from '../../spec/json.ts'
import { nudgeNumber } from './number.ts'
import { chance, one, whole } from './pick.ts'
import { type Drawing, drawValue, resolve } from './value.ts'

/** A value with one thing in it changed: a number nudged, a field drawn anew, added or left out, an item more or less. */
export function changeValue(drawing: Drawing, given: JsonObject, value: Json): Json {
  const { random } = drawing
  const schema = schemaFor(drawing, given, value)
  if (Array.isArray(value)) return changeItem(drawing, schema, value)
  if (typeof value === 'object' && value !== null) return changeField(drawing, schema, value as JsonObject)
  const isFree = schema.const === undefined && schema.enum === undefined
  if (typeof value === 'number' && isFree && chance(0.8, random)) return nudgeNumber(value, schema, random)
  return drawValue(drawing, given)
}

/** Where there are several, the schema that a value of this kind comes from. */
function schemaFor(drawing: Drawing, given: JsonObject, value: Json): JsonObject {
  const schema = resolve(drawing, given)
  const choices = (schema.anyOf ?? schema.oneOf) as readonly JsonObject[] | undefined
  if (choices === undefined) return schema
  const kind = Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value
  const fits = choices
    .map((choice) => resolve(drawing, choice))
    .filter(({ type }) => type === kind || (type === 'integer' && kind === 'number'))
  return fits.length === 0 ? schema : one(fits, drawing.random)
}

function changeField(drawing: Drawing, schema: JsonObject, value: JsonObject): JsonObject {
  const { random } = drawing
  const properties = (schema.properties ?? {}) as Readonly<Record<string, JsonObject>>
  const names = [...new Set([...Object.keys(properties), ...Object.keys(value)])]
  if (names.length === 0) return value
  const name = one(names, random)
  const property = properties[name] ?? ((schema.additionalProperties ?? {}) as JsonObject)
  const before = value[name]
  if (before === undefined) return { ...value, [name]: drawValue(drawing, property) }
  const required = (schema.required ?? []) as readonly string[]
  if (!required.includes(name) && chance(0.15, random)) {
    const { [name]: _, ...rest } = value
    return rest
  }
  return { ...value, [name]: changeValue(drawing, property, before) }
}

function changeItem(drawing: Drawing, schema: JsonObject, items: readonly Json[]): Json {
  const { random } = drawing
  const fixed = (schema.prefixItems ?? []) as readonly JsonObject[]
  const item = typeof schema.items === 'object' ? (schema.items as JsonObject) : undefined
  const kind = random.next()
  if (item !== undefined && (items.length === 0 || kind < 0.1)) return [...items, drawValue(drawing, item)]
  if (items.length === 0) return items
  const place = whole(0, items.length - 1, random)
  if (item !== undefined && kind < 0.2) return items.toSpliced(place, 1)
  return items.with(place, changeValue(drawing, fixed[place] ?? item ?? {}, items[place] as Json))
}
