import { nextAbove } from '../special/next-above.ts'
import { everyCase, type Handled, type RankedCases } from './handled.ts'

// Each rank is at most this much larger than the one before; finer ones stop earlier, coarser ones waste coverage.
const coarsest = 0.1
// Steps in units of the relative error with which n cases tell a risk at its limit.
const fineness = 0.6
// Where errors are shared evenly, fewer ranks leave more to each.
const few = 9

/** How many cases without a mistake prove at level delta that the share of wrong ones is at most `limit`. */
export function provable(limit: number, delta: number): number {
  return Math.ceil(Math.log(delta) / Math.log1p(-limit) - 1e-9)
}

/**
 * Thresholds for a sequence of tests at level delta, from the most careful on, at ranks that depend on n alone. Where
 * several cases share a score all of them are taken in, so that a sequence does not end at a large group.
 */
export function alongRanks(cases: RankedCases, limit: number, delta: number): Handled[] {
  const first = provable(limit, delta) + 1
  const ratio = 1 + Math.min(coarsest, fineness / Math.sqrt(limit * cases.n))
  const steps = Math.ceil(Math.log(cases.n / first) / Math.log(ratio))
  return geometric(first, cases.n, steps).map((rank) => {
    const score = cases.scoreAt(rank - 1)
    const [above, from] = [cases.above(score), cases.from(score)]
    return from - above > 1 ? { threshold: score, ...cases.before(from) } : strictlyAbove(cases, score)
  })
}

/** Thresholds at a few ranks, for tests that share delta. */
export function atFewRanks(cases: RankedCases, limit: number, delta: number): Handled[] {
  const first = provable(limit, delta / few) + 1
  return geometric(first, cases.n, few - 2).map((rank) => strictlyAbove(cases, cases.scoreAt(rank - 1)))
}

/** Given thresholds, from the highest on. */
export function atThresholds(cases: RankedCases, thresholds: readonly number[]): Handled[] {
  const falling = [...new Set(thresholds)].sort((a, b) => b - a)
  return falling.map((threshold) => ({ threshold, ...cases.before(cases.from(threshold)) }))
}

/** What lies above the score of a case at a fixed rank is, given that score, a plain sample of what lies there. */
function strictlyAbove(cases: RankedCases, score: number): Handled {
  const threshold = score === everyCase ? everyCase : nextAbove(score)
  return { threshold, ...cases.before(cases.above(score)) }
}

/** Ranks from `first` to n in so many geometric steps, and the one beyond all cases. */
function geometric(first: number, n: number, steps: number): number[] {
  if (first > n) return [n + 1]
  const ranks = Array.from({ length: steps + 1 }, (_, i) =>
    Math.round(first * (n / first) ** (i / Math.max(1, steps))),
  )
  return [...new Set(ranks), n + 1]
}
