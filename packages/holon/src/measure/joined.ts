import { type Joined, joined, other } from '../spec/expression-value.ts'
import type { BackEntry } from '../spec/record.ts'

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
