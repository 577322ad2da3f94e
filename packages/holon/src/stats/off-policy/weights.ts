import { clusteredError } from './clustered.ts'
import { effectiveSampleSize } from './estimators.ts'
import { coveredAbove, type Row } from './logged-choice.ts'
import { meanOf, weightTerms } from './terms.ts'

/** Weights as the log has them, and as both policies say they come. */
export interface WeightReport {
  /** Decisions logged by the target itself would say as much: (sum w)^2 / sum w^2. */
  readonly effectiveSampleSize: number
  readonly largest: number
  readonly mean: number
  /** What the mean is with true propensities: the share of the target's probability that the log covers. */
  readonly expectedMean: number
  /** How many standard errors lie between the two. */
  readonly distance: number
  /** Squared skewness of the weights over their number, observed or, where every action is known, expected. */
  readonly asymmetry: number
}

/** Share of the target's probability on actions that the log takes at all, and more often than a floor. */
export interface Overlap {
  readonly share: number
  /** An action as rare would be seen fewer than 5 times in as many decisions. */
  readonly floor: number
  readonly aboveFloor: number
  /** The same share by how often the log does it: 0 first, then above the bound before and up to `upTo`. */
  readonly bands: readonly { readonly upTo: number; readonly share: number }[]
}

const bounds = [0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1]

/** What the weights say about whether the log can answer. */
export function weightReport(rows: readonly Row[]): WeightReport {
  const deviations = weightTerms(rows)
  const observed = clusteredError(rows, deviations)
  const expected = expectedSpread(rows)
  const mean = meanOf(rows, ({ weight }) => weight)
  const expectedMean = meanOf(rows, ({ covered }) => covered)
  const error = Math.max(observed.error, expected?.error ?? 0)
  const off = Math.abs(mean - expectedMean)
  return {
    effectiveSampleSize: mean > 0 ? effectiveSampleSize(rows) : 0,
    largest: rows.reduce((most, { weight }) => Math.max(most, weight), 0),
    ...{ mean, expectedMean },
    distance: off < 1e-9 ? 0 : off / error,
    asymmetry: Math.max(observed.asymmetry, expected?.asymmetry ?? 0),
  }
}

/** Undefined where the probabilities of other actions are not known. */
export function overlapOf(rows: readonly Row[]): Overlap | undefined {
  if (!everyActionKnown(rows)) return undefined
  const floor = Math.min(1, 5 / rows.reduce((sum, { count }) => sum + count, 0))
  return {
    share: Math.min(
      1,
      meanOf(rows, ({ covered }) => covered),
    ),
    floor,
    aboveFloor: Math.min(
      1,
      meanOf(rows, ({ actions = [] }) => coveredAbove(actions, floor)),
    ),
    bands: bounds.map((upTo, i) => ({
      upTo,
      share: meanOf(rows, ({ actions = [] }) => targetWithin(actions, bounds[i - 1] ?? -1, upTo)),
    })),
  }
}

/** The target's probability on actions that the log does more often than `above` and up to `upTo`. */
const targetWithin = (actions: NonNullable<Row['actions']>, above: number, upTo: number): number =>
  actions.reduce((sum, { logged, target }) => sum + (logged > above && logged <= upTo ? target : 0), 0)

export const everyActionKnown = (rows: readonly Row[]): boolean =>
  rows.every(({ actions }) => actions !== undefined)

/** Moments of the weights before anything was drawn: also of weights that are too rare to have been seen. */
export interface Moments {
  readonly first: number
  readonly second: number
  readonly third: number
}

/** Squared skewness of what has these moments. */
export function skewnessSquared({ first, second, third }: Moments): number {
  const variance = second - first * first
  if (variance < 1e-9) return 0
  return (third - 3 * first * second + 2 * first ** 3) ** 2 / variance ** 3
}

function expectedSpread(
  rows: readonly Row[],
): { readonly error: number; readonly asymmetry: number } | undefined {
  if (!everyActionKnown(rows)) return undefined
  const moments = expectedMoments(rows)
  const variance = Math.max(0, moments.second - moments.first ** 2)
  return {
    error: Math.sqrt(variance / rows.length),
    asymmetry: Math.min(1, skewnessSquared(moments) / rows.length),
  }
}

/**
 * Squared skewness over their number that weighted rewards have, of the skewness of all rewards that were logged: the few
 * that the target would have earned too may lack the rare large ones.
 */
export function weightedAsymmetry(rows: readonly Row[]): number {
  const { second, third } = everyActionKnown(rows) ? expectedMoments(rows) : seenMoments(rows)
  return second > 0 ? Math.min(1, ((third ** 2 / second ** 3) * rewardSkewness(rows)) / rows.length) : 0
}

/** Squared skewness of the rewards that were logged. */
export function rewardSkewness(rows: readonly Row[]): number {
  const centre = meanOf(rows, ({ reward }) => reward)
  const second = meanOf(rows, ({ reward }) => (reward - centre) ** 2)
  return second > 0 ? meanOf(rows, ({ reward }) => (reward - centre) ** 3) ** 2 / second ** 3 : 0
}

const expectedMoments = (rows: readonly Row[]): Moments => ({
  first: meanOf(rows, ({ covered }) => covered),
  second: meanOf(rows, ({ actions = [] }) => power(actions, 1)),
  third: meanOf(rows, ({ actions = [] }) => power(actions, 2)),
})

const seenMoments = (rows: readonly Row[]): Moments => ({
  first: meanOf(rows, ({ weight }) => weight),
  second: meanOf(rows, ({ weight }) => weight ** 2),
  third: meanOf(rows, ({ weight }) => weight ** 3),
})

/** Mean of weight^(1 + by) over what the log draws. */
function power(actions: NonNullable<Row['actions']>, by: number): number {
  let sum = 0
  for (const { logged, target } of actions) if (logged > 0) sum += target * (target / logged) ** by
  return sum
}
