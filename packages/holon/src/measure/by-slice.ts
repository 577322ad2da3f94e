import type { MeasureAnswer } from '../spec/ports.ts'

type Sliced = Pick<MeasureAnswer, 'slice'>

const collator = new Intl.Collator('en', { numeric: true })

/**
 * Puts what a warehouse told of slices, in no particular order, into that in which people look for them: numbers by size, text
 * and booleans by name (numbers in it by size), and last those of which it is not known.
 */
export function bySlice({ slice: a }: Sliced, { slice: b }: Sliced): number {
  if (a === b) return 0
  if (a === null || b === null) return a === null ? 1 : -1
  if (typeof a === 'number' && typeof b === 'number') return a - b
  const [one, other] = [String(a), String(b)]
  return collator.compare(one, other) || (one < other ? -1 : 1)
}
