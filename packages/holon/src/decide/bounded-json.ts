import type { Json } from '../spec/json.ts'

/** A text of bounded length. */
export const briefly = (text: string): string => (text.length > 500 ? `${text.slice(0, 500)}…` : text)

/** What a model or feature function answered, as JSON of bounded size: numbers that JSON lacks become text. */
export function boundedJson(value: unknown, depth = 0): Json {
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  if (typeof value === 'boolean' || value === null) return value
  if (typeof value === 'string') return briefly(value)
  if (typeof value !== 'object' || depth > 3) return briefly(typeof value)
  const entries = Object.entries(value as Readonly<Record<string, unknown>>).slice(0, 200)
  if (Array.isArray(value)) return entries.map(([, child]) => boundedJson(child, depth + 1))
  return Object.fromEntries(entries.map(([key, child]) => [key, boundedJson(child, depth + 1)]))
}
