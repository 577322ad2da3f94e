import { requirePositive, requireShare } from '../argument.ts'
import { normalQuantile } from '../distribution/normal.ts'
import { strengths } from './action-evidence.ts'

/** An influence that is to be found, and how surely. */
export interface Search {
  /** Level at which it is found. */
  readonly alpha: number
  /** Chance of finding it. */
  readonly power?: number
}

/**
 * How far, in standard deviations, evidence must be from nothing to be found: the growth of the evidence of
 * `actionEvidence` at strength d per action after information I is about normal, of mean I d^2 / 2 and variance I d^2, and
 * must reach ln(rates / alpha). Answers sqrt(I) d.
 */
function distance({ alpha, power = 0.9 }: Search): number {
  requireShare('alpha', alpha)
  requireShare('power', power)
  const z = normalQuantile(power)
  return z + Math.sqrt(z * z + 2 * Math.log((2 * strengths.length) / alpha))
}

/** The information (sum of p (1 - p)) after which an influence of `strength` spreads per action would be found. */
export function informationNeeded(strength: number, search: Search): number {
  requirePositive('strength', strength)
  return (distance(search) / strength) ** 2
}

/** The weakest influence, in spreads per action, that so much information would have shown. Infinity without any. */
export function strengthShown(information: number, search: Search): number {
  return information > 0 ? distance(search) / Math.sqrt(information) : Infinity
}

/**
 * The share of decisions to be drawn at random, act or not with equal chance and the rest as surely as can be, for
 * `decisions` decisions to bring this information; null where even a fair coin each time would not: then it takes more
 * decisions. A decision drawn so has p = share / 2, so p (1 - p) = information / decisions.
 */
export function explorationNeeded(information: number, decisions: number): number | null {
  const each = information / decisions
  return each <= 0.25 ? 1 - Math.sqrt(1 - 4 * each) : null
}
