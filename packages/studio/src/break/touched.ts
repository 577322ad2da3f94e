import type { Expression, Measure } from 'holon'

/** What a decision without a usable prediction changes at once, before anyone has reacted to it. */
const atOnce: ReadonlySet<Expression['op']> = new Set([
  'prediction',
  'experience',
  'wanted',
  'exposed',
  'degraded',
  'guarded',
  'propensity',
  'latency',
])

/** Whether a measure reads something that changes at once when a model fails, and not only how people react. */
export function isTouchedAtOnce(measure: Measure): boolean {
  return Object.values(measure).some(mentions)
}

function mentions(part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return false
  if ('op' in part && atOnce.has(part.op as Expression['op'])) return true
  return Object.values(part).some(mentions)
}
