import { HolonError } from '../../spec/error.ts'
import { requirePaired, requireProbability, requireShare } from '../argument.ts'
import { chiSquareQuantile, chiSquareSurvival } from '../distribution/chi-square.ts'
import type { Interval } from '../interval/interval.ts'
import { findRoot } from '../special/root.ts'

/** How often each class comes where a model is used, as estimated without labels. */
export interface ClassShares {
  readonly shares: readonly number[]
  /** Likelihood-ratio interval of each share. */
  readonly intervals: readonly Interval[]
  /** Of the hypothesis that the shares are still those the model was trained on. */
  readonly pValue: number
}

/** The estimated share of the positive class, see `estimateClassShares`. */
export interface BaseRate {
  readonly rate: number
  readonly interval: Interval
  readonly pValue: number
}

const mostSteps = 20_000
const settled = 1e-10

/**
 * Estimates from calibrated class probabilities of rows without labels how often each class comes now, where the
 * training data had the shares `trained` (M. Saerens, P. Latinne, C. Decaestecker, Adjusting the Outputs of a
 * Classifier to New a Priori Probabilities, 2002): maximum likelihood by expectation and maximisation, with intervals
 * of the profile likelihood and their test of change. Assumes that only the shares have changed, not what the classes
 * look like. The interval knows the chance of the rows, not the error of the model. `rows[i][k]` is the probability of
 * class k in row i.
 *
 * @throws HolonError `input-invalid` for rows of another length than `trained`, probabilities outside 0 to 1, or
 * trained shares outside (0, 1)
 */
export function estimateClassShares(
  rows: readonly (readonly number[])[],
  trained: readonly number[],
  { confidence = 0.95 }: { readonly confidence?: number } = {},
): ClassShares {
  requireShare('confidence', confidence)
  for (const share of trained) requireShare('a trained share', share)
  requirePaired(rows, rows)
  const ratios = rows.map((row) => densityRatios(row, trained))
  const best = maximise(ratios, trained)
  const top = logLikelihood(ratios, best)
  const drop = chiSquareQuantile(confidence, 1) / 2
  const change = Math.max(0, 2 * (top - logLikelihood(ratios, trained)))
  return {
    shares: best,
    intervals: best.map((share, k) => profileInterval(ratios, best, k, share, top - drop)),
    pValue: chiSquareSurvival(change, trained.length - 1),
  }
}

/**
 * The same for two classes, from calibrated probabilities of the positive one. What it finds goes into the calibration
 * `{ method: 'base-rate', from: trainedRate, to: rate }`.
 *
 * @example
 * ```ts
 * const said = [0.9, 0.8, 0.2, 0.1, 0.3, 0.1, 0.2, 0.1]
 * estimateBaseRate(said, 0.5) // { rate: 0.164, interval: { lower: 0, upper: 0.654 }, pValue: 0.175 }
 * ```
 */
export function estimateBaseRate(
  probabilities: readonly number[],
  trainedRate: number,
  options: { readonly confidence?: number } = {},
): BaseRate {
  requireShare('trainedRate', trainedRate)
  const rows = probabilities.map((p) => [p, 1 - p])
  const { shares, intervals, pValue } = estimateClassShares(rows, [trainedRate, 1 - trainedRate], options)
  return { rate: shares[0] ?? Number.NaN, interval: intervals[0] ?? { lower: 0, upper: 1 }, pValue }
}

/** How much more a row speaks for each class than the trained shares alone do: its density up to a factor. */
function densityRatios(row: readonly number[], trained: readonly number[]): number[] {
  if (row.length !== trained.length) {
    throw new HolonError(
      'input-invalid',
      `a row has ${row.length} probabilities for ${trained.length} classes`,
      'Give a probability and a trained share for every class.',
    )
  }
  return row.map((p, k) => {
    requireProbability('a probability', p)
    return p / (trained[k] ?? Number.NaN)
  })
}

/** Shares of highest likelihood; where class `held` is to keep its share, under this condition. */
function maximise(ratios: readonly number[][], start: readonly number[], held?: number): readonly number[] {
  let shares = start
  const free = 1 - (held === undefined ? 0 : (start[held] ?? 0))
  for (let step = 0; step < mostSteps; step += 1) {
    const expected = expectedCounts(ratios, shares)
    const others = expected.reduce((sum, count, k) => (k === held ? sum : sum + count), 0)
    const before = shares
    shares = expected.map((count, k) =>
      k === held ? (before[k] ?? 0) : others > 0 ? (free * count) / others : 0,
    )
    if (shares.every((share, k) => Math.abs(share - (before[k] ?? 0)) < settled)) break
  }
  return shares
}

/** How many rows of each class there are to be expected under given shares. */
function expectedCounts(ratios: readonly number[][], shares: readonly number[]): number[] {
  const counts = shares.map(() => 0)
  for (const row of ratios) {
    const density = densityOf(row, shares)
    for (const [k, share] of shares.entries())
      counts[k] = (counts[k] ?? 0) + (share * (row[k] ?? 0)) / density
  }
  return counts
}

function logLikelihood(ratios: readonly number[][], shares: readonly number[]): number {
  return ratios.reduce((sum, row) => sum + Math.log(densityOf(row, shares)), 0)
}

function densityOf(row: readonly number[], shares: readonly number[]): number {
  let density = 0
  for (const [k, share] of shares.entries()) density += share * (row[k] ?? 0)
  // A row that the shares rule out must make them improbable, not undefined.
  return Math.max(Number.MIN_VALUE, density)
}

/** Where the likelihood, maximised over the other classes, falls to `floor` on either side of the best share. */
function profileInterval(
  ratios: readonly number[][],
  best: readonly number[],
  k: number,
  share: number,
  floor: number,
): Interval {
  const even = (value: number) => best.map((_, j) => (j === k ? value : (1 - value) / (best.length - 1)))
  const excess = (value: number): number => logLikelihood(ratios, maximise(ratios, even(value), k)) - floor
  return {
    lower: excess(0) >= 0 ? 0 : findRoot(excess, 0, share),
    upper: excess(1) >= 0 ? 1 : findRoot(excess, share, 1),
  }
}
