import type { Json } from 'holon'
import { formatJson } from '../format/json.ts'
import { formatNumber, formatShare } from '../format/number.ts'
import type { Decided } from '../wire/entries.ts'

/** What the policy saw, if a model said something usable. */
export function predictionOf(decision: Decided): Json | undefined {
  return decision.predictions.find((one) => one.value !== undefined)?.value
}

/** A prediction for people: a probability as a percentage, of several classes the likeliest, a number as it is. */
export function formatPrediction(value: Json | undefined): string {
  if (value === undefined || value === null) return '–'
  if (typeof value === 'number') return value >= 0 && value <= 1 ? formatShare(value) : formatNumber(value)
  const likeliest = likeliestOf(value)
  return likeliest === undefined ? formatJson(value) : `${likeliest[0]} ${formatShare(likeliest[1])}`
}

/** Where a prediction stands from 0 to 1, for drawing; undefined when it has no such place. */
export function heightOf(value: Json | undefined): number | undefined {
  if (typeof value === 'number') return value >= 0 && value <= 1 ? value : undefined
  return value === undefined ? undefined : likeliestOf(value)?.[1]
}

function likeliestOf(value: Json): readonly [string, number] | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const entries = Object.entries(value)
  if (entries.length === 0 || entries.some(([, chance]) => typeof chance !== 'number')) return undefined
  return (entries as [string, number][]).reduce((best, entry) => (entry[1] > best[1] ? entry : best))
}

/** Milliseconds all stages took together. */
export function totalMilliseconds(decision: Decided): number {
  return Object.values(decision.timings).reduce((sum, ms) => sum + ms, 0)
}
