import { requirePositive, requireShare } from '../argument.ts'
import { normalCdf } from '../distribution/normal.ts'
import { utilityEnvelope } from '../utility/envelope.ts'
import type { UtilityLine } from '../utility/line.ts'

/**
 * Two classes whose scores are normal with one deviation. `prior` is the share of the second, whose mean is
 * the larger.
 */
export interface TwoNormals {
  readonly means: readonly [number, number]
  readonly deviation: number
  readonly prior?: number
}

/**
 * Predict from a posterior of `threshold` on, for scores up to `lower` or from `upper`; between them hand
 * over.
 */
export interface RejectOption {
  readonly threshold: number
  readonly lower: number
  readonly upper: number
  /** Share of all cases predicted wrongly. */
  readonly error: number
  /** Share of all cases handed over. */
  readonly reject: number
}

/**
 * The best use of handing over when a mistake costs 1 and handing over costs `cost` below 1/2: predict where
 * the larger posterior is at least 1 - cost (C. K. Chow, On Optimum Recognition Error and Reject Tradeoff,
 * 1970), with its error and reject rates.
 */
export function rejectOption({ means, deviation, prior = 0.5 }: TwoNormals, cost: number): RejectOption {
  requirePositive('deviation', deviation)
  requirePositive('distance of the means', means[1] - means[0])
  requireShare('prior', prior)
  requireShare('cost', cost)
  const unit = deviation ** 2 / (means[1] - means[0])
  const middle = (means[0] + means[1]) / 2 - unit * Math.log(prior / (1 - prior))
  // At a cost of 1/2 or more a guess is never worse than handing over.
  const reach = unit * Math.max(0, Math.log((1 - cost) / cost))
  const [lower, upper] = [middle - reach, middle + reach]
  const below = (x: number, which: 0 | 1): number => normalCdf(x, means[which], deviation)
  return {
    threshold: utilityEnvelope(predictOrHandOver(cost)).at(-1)?.from ?? 0.5,
    lower,
    upper,
    error: (1 - prior) * (1 - below(upper, 0)) + prior * below(lower, 1),
    reject: (1 - prior) * (below(upper, 0) - below(lower, 0)) + prior * (below(upper, 1) - below(lower, 1)),
  }
}

/** The utilities of predicting the first class, handing over, and predicting the second, by the probability of the second. */
function predictOrHandOver(cost: number): UtilityLine[] {
  return [
    { whenTrue: -1, whenFalse: 0 },
    { whenTrue: -cost, whenFalse: -cost },
    { whenTrue: 0, whenFalse: -1 },
  ]
}
