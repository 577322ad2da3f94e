import { HolonError } from '../../spec/error.ts'
import type { Calibration } from '../../spec/model.ts'
import { requirePaired } from '../argument.ts'
import { logOdds, sigmoid } from './apply.ts'

/** The curve 1 / (1 + exp(-(slope * score + intercept))). */
export interface Sigmoid {
  readonly slope: number
  readonly intercept: number
}

const mostSteps = 100
const flatGradient = 1e-10

/**
 * The sigmoid of highest likelihood for labels (1 positive, anything else negative) given scores of any
 * range, with Platt's smoothed targets (N+ + 1) / (N+ + 2) and 1 / (N- + 2), which keep it finite when the
 * classes separate; with `smoothed: false` the targets are 1 and 0, and rows that a score separates are refused with
 * `data-invalid`. Newton's method with backtracking (J. Platt, 1999; H.-T. Lin, C.-J. Lin & R. Weng, 2007).
 */
export function fitSigmoid(
  scores: readonly number[],
  labels: readonly number[],
  weights?: readonly number[],
  { smoothed = true }: { readonly smoothed?: boolean } = {},
): Sigmoid {
  requirePaired(scores, labels)
  if (weights !== undefined) requirePaired(scores, weights)
  if (!smoothed) requireOverlap(scores, labels)
  const rows = targetRows(scores, labels, weights, smoothed)
  let at: Sigmoid = { slope: 0, intercept: logOdds(meanTarget(rows)) }
  let cost = costOf(rows, at)
  for (let count = 0; count < mostSteps; count += 1) {
    const direction = newtonStep(rows, at)
    if (direction === undefined) break
    const next = descend(rows, at, direction, cost)
    if (next === undefined) break
    at = next.at
    cost = next.cost
  }
  return at
}

/**
 * Fits Platt's calibration of a model's probabilities on their log-odds. Refuses, with `data-invalid`, rows
 * that the model ranks worse than chance: there a monotone map could only throw the model away.
 */
export function fitPlatt(
  probabilities: readonly number[],
  labels: readonly number[],
  weights?: readonly number[],
): Extract<Calibration, { method: 'platt' }> {
  const { slope, intercept } = fitSigmoid(probabilities.map(logOdds), labels, weights)
  if (slope < 0) {
    throw new HolonError(
      'data-invalid',
      'the model ranks these rows worse than chance, so no increasing sigmoid fits',
      'Check that 1 stands for the class the model gives the probability of.',
    )
  }
  return { method: 'platt', slope, intercept }
}

/** Without smoothing the likelihood of rows that one score separates has no maximum. */
function requireOverlap(scores: readonly number[], labels: readonly number[]): void {
  let [lowPositive, highPositive, lowNegative, highNegative] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const [i, score] of scores.entries()) {
    if (labels[i] === 1)
      [lowPositive, highPositive] = [Math.min(lowPositive, score), Math.max(highPositive, score)]
    else [lowNegative, highNegative] = [Math.min(lowNegative, score), Math.max(highNegative, score)]
  }
  if (highNegative > lowPositive && highPositive > lowNegative) return
  throw new HolonError(
    'data-invalid',
    'a score separates the classes, so that no slope is steep enough',
    'Smooth the targets, or give rows of both classes that overlap.',
  )
}

interface Row {
  readonly score: number
  readonly target: number
  readonly weight: number
}

function targetRows(
  scores: readonly number[],
  labels: readonly number[],
  weights: readonly number[] | undefined,
  smoothed: boolean,
): Row[] {
  const weightAt = (i: number): number => weights?.[i] ?? 1
  let positives = 0
  let negatives = 0
  for (const [i, label] of labels.entries()) {
    if (label === 1) positives += weightAt(i)
    else negatives += weightAt(i)
  }
  const high = smoothed ? (positives + 1) / (positives + 2) : 1
  const low = smoothed ? 1 / (negatives + 2) : 0
  return scores.map((score, i) => ({
    score,
    target: labels[i] === 1 ? high : low,
    weight: weightAt(i),
  }))
}

function meanTarget(rows: readonly Row[]): number {
  let sum = 0
  let weights = 0
  for (const { target, weight } of rows) {
    sum += weight * target
    weights += weight
  }
  return sum / weights
}

/** The negative log-likelihood: ln(1 + e^-z) + (1 - t) z, in the form that does not overflow. */
function costOf(rows: readonly Row[], at: Sigmoid): number {
  let cost = 0
  for (const { score, target, weight } of rows) {
    const z = at.slope * score + at.intercept
    cost += weight * (Math.log1p(Math.exp(-Math.abs(z))) + (z >= 0 ? (1 - target) * z : -target * z))
  }
  return cost
}

interface Step extends Sigmoid {
  /** How fast the cost falls along the step. */
  readonly descent: number
}

/** Newton's step, or undefined where the gradient has vanished. */
function newtonStep(rows: readonly Row[], at: Sigmoid): Step | undefined {
  let gradientSlope = 0
  let gradientIntercept = 0
  // A small ridge keeps the matrix invertible where all scores are equal.
  let slopes = 1e-12
  let intercepts = 1e-12
  let mixed = 0
  for (const { score, target, weight } of rows) {
    const p = sigmoid(at.slope * score + at.intercept)
    const curvature = weight * p * (1 - p)
    const error = weight * (p - target)
    gradientSlope += error * score
    gradientIntercept += error
    slopes += curvature * score * score
    intercepts += curvature
    mixed += curvature * score
  }
  if (Math.abs(gradientSlope) < flatGradient && Math.abs(gradientIntercept) < flatGradient) return undefined
  const determinant = slopes * intercepts - mixed * mixed
  const slope = -(intercepts * gradientSlope - mixed * gradientIntercept) / determinant
  const intercept = -(slopes * gradientIntercept - mixed * gradientSlope) / determinant
  return { slope, intercept, descent: gradientSlope * slope + gradientIntercept * intercept }
}

/** Halves the step until the cost falls enough; undefined where no share of it helps. */
function descend(
  rows: readonly Row[],
  at: Sigmoid,
  step: Step,
  cost: number,
): { at: Sigmoid; cost: number } | undefined {
  for (let share = 1; share > 1e-10; share /= 2) {
    const next = {
      slope: at.slope + share * step.slope,
      intercept: at.intercept + share * step.intercept,
    }
    const nextCost = costOf(rows, next)
    if (nextCost < cost + 1e-4 * share * step.descent) return { at: next, cost: nextCost }
  }
  return undefined
}
