import type { BackEntry } from '../spec/record.ts'

/** A value that came back, or a field, which is there but is neither number, text nor boolean. */
export const other: unique symbol = Symbol('other')

/** A value joined to a decision. */
export type Joined = number | string | boolean | typeof other

/**
 * What an entry of the log adds to the values of its decision and name: undefined when it carries no value.
 *
 * An exposure is true by itself. A sealed value is there, but nobody but the person's key reads it.
 */
export function backValue(entry: BackEntry): Joined | undefined {
  if (entry.kind === 'exposure') return true
  if (entry.kind === 'retraction') return undefined
  if (entry.sealed !== undefined) return other
  return joined(entry.value)
}

/** A JSON value as measures see it; undefined for null and for what is not there. */
export function joined(value: unknown): Joined | undefined {
  if (value === null || value === undefined) return undefined
  return typeof value === 'object' ? other : (value as number | string | boolean)
}
