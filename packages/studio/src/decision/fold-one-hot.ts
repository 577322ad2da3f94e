import type { Json, JsonObject } from 'holon'

/** Columns named `feature=category`, of which one is on, told as one feature with that category. */
export function foldOneHot(features: JsonObject): JsonObject {
  const folded: Record<string, Json> = {}
  for (const [column, value] of Object.entries(features)) {
    const cut = column.indexOf('=')
    if (cut === -1) folded[column] = value
    else if (value === true || value === 1) folded[column.slice(0, cut)] = column.slice(cut + 1)
    else folded[column.slice(0, cut)] ??= 'none of them'
  }
  return folded
}
