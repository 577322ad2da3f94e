import { requirePositive, requireShare } from '../argument.ts'
import { normalCdf, normalDensity, normalQuantile } from '../distribution/normal.ts'
import type { Interval } from '../interval/interval.ts'
import type { Effect } from './effect.ts'

/** A normal belief about an effect. */
export interface NormalBelief {
  readonly mean: number
  readonly variance: number
}

/** What is believed after the data. */
export interface Posterior {
  readonly mean: number
  readonly deviation: number
  /** Central credible interval. */
  readonly interval: Interval
  /** The probability that the effect is above 0. */
  readonly chanceToWin: number
  readonly risk: Risk
}

/** The expected loss of either choice, in the unit of the effect. */
export interface Risk {
  readonly ofKeeping: number
  readonly ofShipping: number
}

/** The normal posterior of an effect, under a flat prior unless a proper one is given. */
export function posteriorEffect(
  effect: Pick<Effect, 'estimate' | 'deviation'>,
  { prior, alpha = 0.05 }: { prior?: NormalBelief; alpha?: number } = {},
): Posterior {
  requireShare('alpha', alpha)
  const data = 1 / effect.deviation ** 2
  const before = prior === undefined ? 0 : 1 / prior.variance
  const mean = (data * effect.estimate + before * (prior?.mean ?? 0)) / (data + before)
  const deviation = Math.sqrt(1 / (data + before))
  const half = normalQuantile(1 - alpha / 2) * deviation
  return {
    mean,
    deviation,
    interval: { lower: mean - half, upper: mean + half },
    chanceToWin: normalCdf(mean / deviation),
    risk: normalRisk(mean, deviation),
  }
}

/**
 * The expected positive part of a normal effect (lost by keeping control) and negative part (lost by
 * shipping).
 */
export function normalRisk(mean: number, deviation: number): Risk {
  requirePositive('deviation', deviation)
  const z = mean / deviation
  const bulge = deviation * normalDensity(z)
  return {
    ofKeeping: Math.max(0, bulge + mean * normalCdf(z)),
    ofShipping: Math.max(0, bulge - mean * normalCdf(-z)),
  }
}

/** The estimates whose credible interval just leaves out 0, on either side of it. */
export function decisiveEstimates(
  deviation: number,
  { prior, alpha = 0.05 }: { prior?: NormalBelief; alpha?: number } = {},
): Interval {
  requirePositive('deviation', deviation)
  requireShare('alpha', alpha)
  const data = 1 / deviation ** 2
  const before = prior === undefined ? 0 : 1 / prior.variance
  const reach = normalQuantile(1 - alpha / 2) * Math.sqrt(data + before)
  const held = before * (prior?.mean ?? 0)
  return { lower: (-reach - held) / data, upper: (reach - held) / data }
}
