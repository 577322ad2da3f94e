import { HolonError } from '../spec/error.ts'
import { requireProbability, requireShare } from '../stats/argument.ts'
import { logOdds, sigmoid } from '../stats/calibration/apply.ts'
import { normalQuantile } from '../stats/distribution/normal.ts'
import { softmax } from '../stats/exploration/exploration.ts'
import type { Draw } from './draw.ts'

/**
 * What a calibrated model of a wanted quality says about a case whose label is known: a score normal about one of two
 * means, one standard deviation wide, said as the probability that follows from it (binormal model; J. Swets, 1986). The
 * area under its ROC curve is `auc`, from 0.5 (says the base rate) to 1 (says the label); of the cases it gives p, a
 * share p is positive as long as `baseRate` of all cases are. One normal number is drawn whatever the quality, so that
 * models of two qualities err on the same cases.
 *
 * @throws HolonError `input-invalid` for an area outside 0.5 to 1 or a base rate outside the open interval (0, 1)
 * @example
 * ```ts
 * import { seededRandom } from 'holon/stats'
 * import { blurredProbability, drawFrom } from 'holon/world'
 * blurredProbability(true, 0.8, 0.1, drawFrom(seededRandom(7)))
 * blurredProbability(true, 1, 0.1, drawFrom(seededRandom(7))) // 1
 * ```
 */
export function blurredProbability(label: boolean, auc: number, baseRate: number, draw: Draw): number {
  requireShare('baseRate', baseRate)
  const apart = Math.SQRT2 * distance(auc)
  const noise = draw.normal(0, 1)
  if (apart === Infinity) return label ? 1 : 0
  return sigmoid(logOdds(baseRate) + apart * ((label ? apart : -apart) / 2 + noise))
}

/**
 * What a calibrated model says about a case of several classes: every class gets a normal score, the true one a higher
 * mean, said as the probabilities that follow from them. Told apart by the ratio of their two probabilities, any two
 * classes have the area `auc` (D. Hand, R. Till, 2001). `shares` are the shares of the classes among all cases.
 *
 * @returns probabilities of the names of `shares`; they sum to 1
 * @throws HolonError `input-invalid` for an area outside 0.5 to 1, or a truth that is not among the classes
 */
export function blurredClasses<K extends string>(
  truth: K,
  auc: number,
  shares: Readonly<Record<K, number>>,
  draw: Draw,
): Readonly<Record<K, number>> {
  const names = Object.keys(shares) as K[]
  if (!names.includes(truth)) throw unknownClass(truth, names)
  const apart = distance(auc)
  const scores = names.map((name) => draw.normal(0, 1) + (name === truth ? apart : 0))
  const said =
    apart === Infinity
      ? names.map((name) => Number(name === truth))
      : softmax(
          scores.map((score, i) => apart * score + Math.log(shares[names[i] as K])),
          1,
        )
  return Object.fromEntries(names.map((name, i) => [name, said[i]])) as Record<K, number>
}

/** How the numbers that a model shall say are spread over all cases. */
export interface Spread {
  readonly mean: number
  /** Standard deviation. */
  readonly deviation: number
}

/**
 * What a calibrated model says about a number: drawn towards the mean and blurred, so that it correlates with the truth
 * as wanted (from 0 to 1) and the truth is on average what was said. Its root mean squared error is
 * `deviation * sqrt(1 - correlation ** 2)`.
 *
 * @throws HolonError `input-invalid` for a correlation outside 0 to 1
 * @example
 * ```ts
 * import { seededRandom } from 'holon/stats'
 * import { blurredNumber, drawFrom } from 'holon/world'
 * blurredNumber(170, 0.9, { mean: 150, deviation: 30 }, drawFrom(seededRandom(7)))
 * ```
 */
export function blurredNumber(
  truth: number,
  correlation: number,
  { mean, deviation }: Spread,
  draw: Draw,
): number {
  requireProbability('correlation', correlation)
  const known = correlation ** 2
  const noise = correlation * Math.sqrt(1 - known) * deviation
  return mean + known * (truth - mean) + noise * draw.normal(0, 1)
}

/** The truth with normal noise of a root mean squared error, in the unit of the number. Nothing is known of the spread. */
export const noisyNumber = (truth: number, error: number, draw: Draw): number =>
  truth + error * draw.normal(0, 1)

/** Half the distance of two normals, in standard deviations of their difference, of an area under the curve. */
function distance(auc: number): number {
  if (!(auc >= 0.5 && auc <= 1))
    throw new HolonError(
      'input-invalid',
      `the area under the curve is ${auc}`,
      'Give 0.5 (chance) to 1 (perfect).',
    )
  return normalQuantile(auc)
}

const unknownClass = (truth: string, names: readonly string[]): HolonError =>
  new HolonError('input-invalid', `"${truth}" is not among the classes`, `Give one of ${names.join(', ')}.`)
