import { HolonError } from '../../spec/error.ts'
import { requirePaired } from '../argument.ts'

/** A threshold, how many cases have a score of at least it, and how many of these were decided wrongly. */
export interface Handled {
  readonly threshold: number
  readonly handled: number
  readonly wrong: number
}

/** Cases in falling order of their scores. */
export interface RankedCases {
  readonly n: number
  /** The score at a place counted from 0. */
  scoreAt(place: number): number
  /** What the cases up to a place, that one not included, amount to. */
  before(place: number): { readonly handled: number; readonly wrong: number }
  /** How many cases have a higher score. */
  above(score: number): number
  /** How many cases have this score or a higher one. */
  from(score: number): number
}

/** A threshold that every score reaches; unlike -Infinity it survives JSON. */
export const everyCase = -Number.MAX_VALUE

/** Sorts cases by score. Refuses, with `data-invalid`, a score that is not finite, and lists of unequal length. */
export function rankCases(scores: readonly number[], wrong: readonly boolean[]): RankedCases {
  requirePaired(scores, wrong)
  const row = scores.findIndex((score) => !Number.isFinite(score))
  if (row >= 0) {
    throw new HolonError(
      'data-invalid',
      `in row ${row} the score is ${scores[row]}`,
      'Leave out cases without a score.',
      { details: { row } },
    )
  }
  const order = Uint32Array.from(scores, (_, i) => i).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
  const sorted = Float64Array.from(order, (i) => scores[i] ?? 0)
  const wrongs = new Uint32Array(order.length + 1)
  for (const [place, i] of order.entries()) wrongs[place + 1] = (wrongs[place] ?? 0) + (wrong[i] ? 1 : 0)
  return {
    n: sorted.length,
    scoreAt: (place) => sorted[place] ?? everyCase,
    before: (place) => ({ handled: place, wrong: wrongs[place] ?? 0 }),
    above: (score) => firstPlace(sorted, (at) => at <= score),
    from: (score) => firstPlace(sorted, (at) => at < score),
  }
}

/** The first place of a falling list at which a condition holds that goes on holding. */
function firstPlace(falling: Float64Array, holds: (score: number) => boolean): number {
  let low = 0
  let high = falling.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(falling[middle] ?? everyCase)) high = middle
    else low = middle + 1
  }
  return low
}
