import type { StudioError } from '../../wire/error.ts'

/** A field of the form that the server may have something to say about. */
export type FieldName =
  | 'name'
  | 'about'
  | 'decision'
  | 'arms'
  | 'main'
  | 'guards'
  | 'margins'
  | 'worth'
  | 'plannedUnits'
  | 'judge'
  | 'among'
  | 'share'
  | 'layer'
  | 'unit'
  | 'reason'

/** What the server refuses, by the words it does that with; a schema that is not met names its place itself. */
const refusals: readonly (readonly [words: RegExp, field: FieldName])[] = [
  [/^body\/(by|reason)\b/, 'reason'],
  [/^body\/(arms|factors)\b/, 'arms'],
  [/^body\/plannedUnits\b/, 'plannedUnits'],
  [/^body\/judge\b|is judged by|how many units it is judged|cannot be looked at|^The prior/, 'judge'],
  [/^There was a flight|cannot be the name of a flight|^No flight can be called/, 'name'],
  [/cannot be the name of an arm|^The flight has (one arm|no arms)|^The arm "/, 'arms'],
  [/^Two (factors|combinations)|^There is no (variant|version)/, 'arms'],
  [/reads no model|would change .* of /, 'arms'],
  [/is no share of all units|would take .* of the layer|would hold everybody/, 'share'],
  [/^The layer /, 'layer'],
  [/goes by (the field )?"/, 'among'],
  [/^There is no goal/, 'main'],
  [/^There is no decision|says no decision/, 'decision'],
  [/^The holdout ".*" is running/, 'name'],
]

/** The field that an error of the server is about; undefined where it is about none. */
export function fieldOf({ message }: Pick<StudioError, 'message'>): FieldName | undefined {
  const named = /^body\/(\w+)/.exec(message)?.[1]
  const field = names.find((one) => one === named)
  return field ?? refusals.find(([words]) => words.test(message))?.[1]
}

/** Fields that are called as in the request. */
const names: readonly FieldName[] = [
  ...(['name', 'about', 'main', 'guards', 'margins', 'worth', 'among', 'share', 'layer', 'unit'] as const),
]
