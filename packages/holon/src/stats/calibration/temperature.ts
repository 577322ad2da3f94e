import { HolonError } from '../../spec/error.ts'
import type { Calibration } from '../../spec/model.ts'
import { requirePaired, requirePositive } from '../argument.ts'
import { softmax } from '../exploration/exploration.ts'
import { findRoot } from '../special/root.ts'
import { logOdds } from './apply.ts'

// Beyond this sharpness or its inverse a temperature means certainty, or nothing at all.
const sharpest = 1000
// A probability of 0 has no logarithm; this one is as good as 0.
const least = 1e-300

/**
 * Fits the temperature by which the log-odds of a model's probabilities are divided, by least log loss on rows with
 * labels 0 and 1 (C. Guo and others, On Calibration of Modern Neural Networks, 2017). One parameter, so that a hundred
 * rows or so are enough; it cannot mend a base rate that is off.
 *
 * @throws HolonError `data-invalid` where no temperature is best: every row is on the right side, or the model is no
 * better than chance
 * @example
 * ```ts
 * fitTemperature([0.99, 0.99, 0.99, 0.01], [1, 1, 0, 0]) // { method: 'temperature', temperature: 4.183 }
 * ```
 */
export function fitTemperature(
  probabilities: readonly number[],
  labels: readonly number[],
  weights?: readonly number[],
): Extract<Calibration, { method: 'temperature' }> {
  const rows = probabilities.map((p) => [0, logOdds(p)])
  return fitClassTemperature(
    rows,
    labels.map((label) => (label === 1 ? 1 : 0)),
    weights,
  )
}

/**
 * The same for any number of classes: `logits[i][k]` is what the model says for class k of row i before the softmax, or
 * the logarithm of its probability; `classes[i]` is the index of the true class.
 *
 * @throws HolonError `data-invalid` as `fitTemperature`, and for a class or a logit that is none
 */
export function fitClassTemperature(
  logits: readonly (readonly number[])[],
  classes: readonly number[],
  weights?: readonly number[],
): Extract<Calibration, { method: 'temperature' }> {
  requirePaired(logits, classes)
  if (weights !== undefined) requirePaired(logits, weights)
  for (const [i, row] of logits.entries()) requireRow(row, classes[i], i)
  const slope = (sharpness: number): number => lossSlope(logits, classes, weights, sharpness)
  if (slope(1 / sharpest) >= 0) {
    throw unfit('the model is no better than chance on these rows', 'Check which class is which.')
  }
  if (!(slope(sharpest) > 0)) {
    throw unfit(
      'every row is right, so that no sharpness is too much',
      "Give more rows, or use Platt's sigmoid.",
    )
  }
  const end = Math.log(sharpest)
  const sharpness = Math.exp(findRoot((u) => slope(Math.exp(u)), -end, end))
  return { method: 'temperature', temperature: 1 / sharpness }
}

/**
 * Class probabilities with their logarithms divided by a temperature, summing to 1. Above 1 they come closer to each
 * other, below 1 they part; their order stays.
 *
 * @example
 * ```ts
 * temper([0.8, 0.2], 2) // [0.667, 0.333]
 * ```
 */
export function temper(probabilities: readonly number[], temperature: number): readonly number[] {
  requirePositive('temperature', temperature)
  return softmax(
    probabilities.map((p) => Math.log(Math.max(least, p))),
    1 / temperature,
  )
}

/** How the log loss changes with the sharpness 1 / temperature, in which it is convex. */
function lossSlope(
  logits: readonly (readonly number[])[],
  classes: readonly number[],
  weights: readonly number[] | undefined,
  sharpness: number,
): number {
  let sum = 0
  for (const [i, row] of logits.entries()) {
    const probabilities = softmax(row, sharpness)
    const expected = row.reduce((total, logit, k) => total + logit * (probabilities[k] ?? 0), 0)
    sum += (weights?.[i] ?? 1) * (expected - (row[classes[i] ?? -1] ?? Number.NaN))
  }
  return sum
}

function requireRow(row: readonly number[], label: number | undefined, i: number): void {
  if (label === undefined || row[label] === undefined) {
    throw unfit(`in row ${i} there is no class ${label}`, 'Give the index of the true class.')
  }
  if (!row.every(Number.isFinite)) {
    throw unfit(`in row ${i} a logit is not finite`, 'Give finite logits; keep probabilities away from 0.')
  }
}

function unfit(problem: string, fix: string): HolonError {
  return new HolonError('data-invalid', problem, fix)
}
