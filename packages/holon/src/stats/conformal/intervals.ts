import { requirePaired, requirePositive, requireShare } from '../argument.ts'
import type { Interval } from '../interval/interval.ts'

/**
 * The conformal score of a value given a prediction: the distance, in units of `scale`. A scale for each row, such as a
 * predicted deviation or the size of the prediction, makes intervals wider where the model knows less.
 */
export function residualScore(value: number, prediction: number, scale = 1): number {
  requirePositive('scale', scale)
  return Math.abs(value - prediction) / scale
}

/** The values whose `residualScore` stays within a bound (see `conformalBound`). */
export function residualInterval(prediction: number, bound: number, scale = 1): Interval {
  requirePositive('scale', scale)
  return { lower: prediction - bound * scale, upper: prediction + bound * scale }
}

/**
 * The conformal score of a value given two predicted quantiles: how far it lies outside them, negative inside (Y. Romano,
 * E. Patterson, E. Candès, Conformalized Quantile Regression, 2019).
 *
 * @example
 * ```ts
 * quantileScore(7, { lower: 2, upper: 6 }) // 1
 * ```
 */
export function quantileScore(value: number, { lower, upper }: Interval): number {
  return Math.max(lower - value, value - upper)
}

/** Predicted quantiles moved apart, or together, by a bound on their `quantileScore`; never past their middle. */
export function quantileBand({ lower, upper }: Interval, bound: number): Interval {
  const move = Math.max(bound, -(upper - lower) / 2)
  return { lower: lower - move, upper: upper + move }
}

/**
 * The interval of a new value from models that each left out a row, or a fold, of n: `predictions[i]` is what the model
 * without row i says of the new case, `residuals[i]` the distance of row i from what that model said of it. Covers at
 * least 1 - 2 alpha, in practice 1 - alpha (R. Barber and others, Predictive Inference with the Jackknife+, 2021). Infinite
 * where n is too small for this alpha.
 *
 * @example
 * ```ts
 * jackknifeInterval([0, 1, 2], [1, 1, 1], 0.25) // { lower: -1, upper: 3 }
 * ```
 */
export function jackknifeInterval(
  predictions: readonly number[],
  residuals: readonly number[],
  alpha: number,
): Interval {
  requirePaired(predictions, residuals)
  requireShare('alpha', alpha)
  const ends = (sign: 1 | -1): number[] =>
    predictions.map((prediction, i) => prediction + sign * (residuals[i] ?? Number.NaN)).sort((a, b) => a - b)
  // Products such as 20 * 0.95 must not exceed the whole number they stand for.
  const rank = Math.ceil((predictions.length + 1) * (1 - alpha) - 1e-9)
  return {
    lower: ends(-1)[predictions.length - rank] ?? -Infinity,
    upper: ends(1)[rank - 1] ?? Infinity,
  }
}

/**
 * The mean over rows of width plus 2 / alpha for every unit by which a value is missed: smallest for the true quantiles
 * alpha / 2 and 1 - alpha / 2 (T. Gneiting, A. Raftery, Strictly Proper Scoring Rules, 2007).
 */
export function intervalScore(
  values: readonly number[],
  intervals: readonly Interval[],
  alpha: number,
): number {
  requirePaired(values, intervals)
  requireShare('alpha', alpha)
  const total = intervals.reduce((sum, interval, i) => {
    const missed = Math.max(0, quantileScore(values[i] ?? Number.NaN, interval))
    return sum + interval.upper - interval.lower + (2 / alpha) * missed
  }, 0)
  return total / values.length
}
