import { requireCount, requireShare } from '../argument.ts'
import { adjustPValues } from '../test/multiplicity.ts'

/**
 * How the chance of certifying any setting wrongly is kept below delta: equally shared, step-down, or in the
 * given order, from starting points that share it (A. Angelopoulos and others, Learn then Test, 2021).
 */
export type Procedure = 'bonferroni' | 'holm' | 'fixed-sequence'

/**
 * The indices, ascending, of the settings whose risk is certified, given a p-value each of the hypothesis
 * that it is too high.
 */
export function certifiedSettings(
  pValues: readonly number[],
  delta: number,
  procedure: Procedure,
  starts = 1,
): number[] {
  requireShare('delta', delta)
  if (procedure === 'fixed-sequence') return inSequence(pValues, delta, starts)
  return indicesWhere(adjustPValues(pValues, procedure), (p) => p <= delta)
}

/**
 * Each chain starts at one of equally spaced places, tests at delta / starts and ends at its first failure.
 */
function inSequence(pValues: readonly number[], delta: number, starts: number): number[] {
  requireCount('starts', starts, 1)
  const certified = new Set<number>()
  const step = Math.max(1, Math.floor(pValues.length / starts))
  for (let start = 0; start < starts; start += 1) {
    let place = start * step
    while (place < pValues.length && (pValues[place] ?? 1) <= delta / starts) {
      certified.add(place)
      place += 1
    }
  }
  return [...certified].sort((a, b) => a - b)
}

function indicesWhere(values: readonly number[], holds: (value: number) => boolean): number[] {
  return values.flatMap((value, index) => (holds(value) ? [index] : []))
}
