import { requirePositive } from '../argument.ts'

/** What it takes somebody to raise what is scored, and what they would gain. */
export interface Effort {
  /** Cost of one unit of score, above 0. */
  readonly cost: number
  /** Largest gap that can be closed at all; default: any. */
  readonly reach?: number
  /** What reaching the threshold is worth, in the unit of the cost; default 1. */
  readonly worth?: number
  /** Chance to be taken without reaching it, which makes the effort worth less; default 0. */
  readonly chanceAnyway?: number
}

/** What somebody makes of a published threshold. */
export interface BestResponse {
  /** The score that is shown in the end: the threshold itself where raising pays, else the score as it was. */
  readonly score: number
  /** What it would cost to reach the threshold, whether or not it pays: the burden. 0 at and above it. */
  readonly burden: number
}

/** A gap that is as long as the reach but for rounding is within it. */
const rounding = 1e-6

/**
 * The best response to a threshold that is known: who is below raises the score exactly to it if that is within reach
 * and costs no more than it brings (M. Hardt and others, Strategic Classification, 2016; A. D'Amour and others, Fairness
 * Is Not Static, 2020). Whoever has a higher cost bears a larger burden for the same threshold.
 *
 * @throws HolonError `input-invalid` for a cost that is not above 0
 * @example
 * ```ts
 * import { bestResponse } from 'holon/stats'
 * bestResponse(0.7, 0.8, { cost: 3 }) // { score: 0.8, burden: 0.3 }, but for rounding
 * bestResponse(0.3, 0.8, { cost: 3 }).score // 0.3: raising would cost 1.5 and bring 1
 * ```
 */
export function bestResponse(
  score: number,
  threshold: number,
  { cost, reach = Infinity, worth = 1, chanceAnyway = 0 }: Effort,
): BestResponse {
  requirePositive('cost', cost)
  if (score >= threshold) return { score, burden: 0 }
  const gap = threshold - score
  const burden = cost * gap
  const pays = burden <= worth * (1 - chanceAnyway) && gap <= reach + rounding / cost
  return { score: pays ? threshold : score, burden }
}
