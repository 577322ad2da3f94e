import { normalSurvival } from '../distribution/normal.ts'
import { requireLabelled } from '../metrics/labelled.ts'
import type { TestResult } from '../test/test-result.ts'
import { brownianMaximumSurvival, brownianRangeSurvival } from './brownian.ts'

/**
 * Kolmogorov's and Smirnov's test that probabilities are calibrated: the largest distance from 0 of the
 * summed differences between label and probability in the order of the probabilities, in standard deviations.
 * No bins to choose (I. Arrieta-Ibarra and others, Metrics of Calibration for Probabilistic Predictions,
 * 2022).
 */
export function kolmogorovCalibrationTest(
  probabilities: readonly number[],
  labels: readonly number[],
): TestResult {
  const { highest, lowest, deviation } = walk(probabilities, labels)
  const statistic = ratio(Math.max(highest, -lowest), deviation)
  return { statistic, pValue: brownianMaximumSurvival(statistic) }
}

/** Kuiper's form of the same test: the distance between the highest and the lowest of the n sums. */
export function kuiperCalibrationTest(
  probabilities: readonly number[],
  labels: readonly number[],
): TestResult {
  const { highest, lowest, deviation } = walk(probabilities, labels)
  const statistic = ratio(highest - lowest, deviation)
  return { statistic, pValue: brownianRangeSurvival(statistic) }
}

/**
 * D. Spiegelhalter's z (1986) on the Brier score, one-sided: large where predictions are more certain than
 * right.
 */
export function spiegelhalterTest(probabilities: readonly number[], labels: readonly number[]): TestResult {
  requireLabelled(probabilities, labels)
  let sum = 0
  let square = 0
  for (const [i, p] of probabilities.entries()) {
    sum += ((labels[i] ?? Number.NaN) - p) * (1 - 2 * p)
    square += (1 - 2 * p) ** 2 * p * (1 - p)
  }
  const statistic = ratio(sum, Math.sqrt(square))
  return { statistic, pValue: normalSurvival(statistic) }
}

interface Walk {
  readonly highest: number
  readonly lowest: number
  readonly deviation: number
}

/** The summed differences of label and probability, walked through in the order of the probabilities. */
function walk(probabilities: readonly number[], labels: readonly number[]): Walk {
  requireLabelled(probabilities, labels)
  const rows = probabilities.map((p, i) => ({ p, label: labels[i] ?? Number.NaN })).sort((a, b) => a.p - b.p)
  let place = 0
  let highest = -Infinity
  let lowest = Infinity
  let square = 0
  for (const { p, label } of rows) {
    place += label - p
    highest = Math.max(highest, place)
    lowest = Math.min(lowest, place)
    square += p * (1 - p)
  }
  return { highest, lowest, deviation: Math.sqrt(square) }
}

/** Where all predictions are certain there is no deviation: a difference is then impossible by chance. */
function ratio(difference: number, deviation: number): number {
  return difference === 0 ? 0 : difference / deviation
}
