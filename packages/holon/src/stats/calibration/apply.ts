import { HolonError } from '../../spec/error.ts'
import type { Calibration } from '../../spec/model.ts'
import { shiftBaseRate } from '../threshold/cost.ts'

// The closest to certain a probability is taken for on the log-odds scale.
const nearest = 1e-15

/**
 * A model's probability made to hold. Isotonic: the line between the knots around it, the end values outside
 * them; of knots at one x the last. Platt: 1 / (1 + exp(-(slope * log-odds + intercept))). Temperature: the log-odds
 * divided by it. Base rate: after another calibration, where there is one, the probability learned at one share of
 * positive rows as it is at another. All answer in [0, 1] and never turn the order around; a probability outside
 * [0, 1] is taken for the nearer end, NaN stays NaN.
 *
 * @example
 * ```ts
 * applyCalibration({ method: 'isotonic', x: [0, 1], y: [0.2, 0.6] }, 0.5) // 0.4
 * ```
 */
export function applyCalibration(calibration: Calibration, probability: number): number {
  switch (calibration.method) {
    case 'isotonic':
      return interpolate(calibration.x, calibration.y, probability)
    case 'platt':
      return sigmoid(calibration.slope * logOdds(probability) + calibration.intercept)
    case 'temperature':
      return sigmoid(logOdds(probability) / calibration.temperature)
    case 'base-rate': {
      const before =
        calibration.after === undefined ? probability : applyCalibration(calibration.after, probability)
      return Number.isNaN(before)
        ? before
        : shiftBaseRate(Math.min(1, Math.max(0, before)), calibration.from, calibration.to)
    }
  }
}

/**
 * Refuses, with `model-invalid`, a calibration that is not monotone, not bounded or not finite. For those
 * read from files: `applyCalibration` does not look.
 */
export function checkCalibration(calibration: Calibration): void {
  const problem = problemOf(calibration)
  if (problem === undefined) return
  throw new HolonError('model-invalid', problem, 'Fit the calibration again.')
}

function problemOf(calibration: Calibration): string | undefined {
  switch (calibration.method) {
    case 'isotonic':
      return knotsProblem(calibration)
    case 'platt':
      return plattProblem(calibration)
    case 'temperature': {
      const { temperature } = calibration
      return temperature > 0 && temperature < Infinity ? undefined : `the temperature is ${temperature}`
    }
    case 'base-rate': {
      const { from, to, after } = calibration
      const wrong = [from, to].find((rate) => !(rate > 0 && rate < 1))
      if (wrong !== undefined) return `a base rate is ${wrong}`
      return after === undefined ? undefined : problemOf(after)
    }
  }
}

/** ln(p / (1 - p)), with p kept a little away from 0 and 1. */
export function logOdds(probability: number): number {
  const p = Math.min(1 - nearest, Math.max(nearest, probability))
  return Math.log(p / (1 - p))
}

/** 1 / (1 + e^-z), the inverse of the log-odds. */
export function sigmoid(z: number): number {
  if (z >= 0) return 1 / (1 + Math.exp(-z))
  const growth = Math.exp(z)
  return growth / (1 + growth)
}

function interpolate(x: readonly number[], y: readonly number[], at: number): number {
  if (Number.isNaN(at)) return Number.NaN
  const above = firstAbove(x, at)
  const lowY = y[Math.max(0, above - 1)] ?? Number.NaN
  const highY = y[Math.min(x.length - 1, above)] ?? Number.NaN
  if (above === 0 || above === x.length) return lowY
  const lowX = x[above - 1] ?? 0
  const highX = x[above] ?? 1
  // Rounding must not lift the line above its end.
  return Math.min(highY, lowY + ((at - lowX) / (highX - lowX)) * (highY - lowY))
}

/** The index of the first knot beyond a point. */
function firstAbove(x: readonly number[], at: number): number {
  let low = 0
  let high = x.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((x[middle] ?? Infinity) > at) high = middle
    else low = middle + 1
  }
  return low
}

function knotsProblem({
  x,
  y,
}: {
  readonly x: readonly number[]
  readonly y: readonly number[]
}): string | undefined {
  if (x.length === 0 || x.length !== y.length) return `there are ${x.length} knots with ${y.length} values`
  if (!x.every(Number.isFinite) || !ascending(x)) return 'the places of the knots do not ascend'
  if (!ascending(y)) return 'the values of the knots descend'
  if (!y.every((value) => value >= 0 && value <= 1)) return 'a value of a knot is not a probability'
  return undefined
}

function plattProblem({
  slope,
  intercept,
}: {
  readonly slope: number
  readonly intercept: number
}): string | undefined {
  if (!Number.isFinite(slope) || !Number.isFinite(intercept)) return 'slope or intercept is not finite'
  return slope < 0 ? 'the slope is negative' : undefined
}

function ascending(values: readonly number[]): boolean {
  return values.every((value, i) => i === 0 || value >= (values[i - 1] ?? 0))
}
