import { empiricalLikelihood } from './empirical-likelihood.ts'
import {
  directMethod,
  doublyRobust,
  inversePropensity,
  selfNormalised,
  shrinkage,
  switchAbove,
  type WeightRule,
} from './estimators.ts'
import type { Row } from './logged-choice.ts'

/** The estimators, those that need no model of the reward first. */
export const estimatorNames = [
  'inverse-propensity',
  'self-normalised',
  'empirical-likelihood',
  'direct',
  'doubly-robust',
  'switch',
  'shrinkage',
] as const

/** One way to estimate the value of a policy that did not run. */
export type EstimatorName = (typeof estimatorNames)[number]

/** An estimate, and how far each row pulls it from what it is. */
export interface Terms {
  readonly value: number
  readonly deviations: Float64Array
  /** Largest possible bias, in units of the rewards' range, where it is known. */
  readonly bias?: number
}

/**
 * What an estimator says, linearised: the deviations are the empirical influence function, from which error and skewness
 * follow.
 */
export function termsOf(name: EstimatorName, rows: readonly Row[]): Terms {
  switch (name) {
    case 'inverse-propensity': {
      const value = inversePropensity(rows)
      return { value, deviations: each(rows, ({ weight, reward }) => weight * reward - value) }
    }
    case 'self-normalised': {
      const value = selfNormalised(rows)
      const size = meanOf(rows, ({ weight }) => weight)
      return { value, deviations: each(rows, ({ weight, reward }) => (weight * (reward - value)) / size) }
    }
    case 'empirical-likelihood':
      return likelihoodTerms(rows)
    case 'direct': {
      const value = directMethod(rows)
      return { value, deviations: each(rows, ({ expected }) => expected - value) }
    }
    case 'doubly-robust':
      return robustTerms(rows, (weight) => weight)
    case 'switch': {
      const rule = switchAbove(tamedAt(rows))
      const bias = lostBy(rows, rule)
      return { ...robustTerms(rows, rule), ...(bias !== undefined && { bias }) }
    }
    case 'shrinkage':
      return robustTerms(rows, shrinkage(tamedAt(rows) ** 2))
  }
}

/** What was logged. */
export function loggedTerms(rows: readonly Row[]): Terms {
  const value = meanOf(rows, ({ reward }) => reward)
  return { value, deviations: each(rows, ({ reward }) => reward - value) }
}

/** How far weights are from what they should average. */
export const weightTerms = (rows: readonly Row[]): Float64Array =>
  each(rows, ({ weight, covered }) => weight - covered)

/** Weights are tamed at the root of the number of decisions: the bias then goes with the error (E. Ionides, 2008). */
const tamedAt = (rows: readonly Row[]): number => Math.sqrt(rows.reduce((sum, { count }) => sum + count, 0))

function robustTerms(rows: readonly Row[], rule: WeightRule): Terms {
  const value = doublyRobust(rows, rule)
  const deviations = each(
    rows,
    ({ weight, reward, predicted, expected }) => expected + rule(weight) * (reward - predicted) - value,
  )
  return { value, deviations }
}

/**
 * The mean probability that a rule takes from the target (L. Bottou and others, Counterfactual Reasoning and Learning
 * Systems, 2013): whatever it would have earned is the bias. Undefined where the other actions are not known.
 */
function lostBy(rows: readonly Row[], rule: WeightRule): number | undefined {
  if (!rows.every(({ actions }) => actions !== undefined)) return undefined
  return meanOf(rows, ({ actions = [] }) => {
    let lost = 0
    for (const { logged, target } of actions)
      if (logged > 0) lost += Math.max(0, target - rule(target / logged) * logged)
    return lost
  })
}

/**
 * Empirical likelihood is, to first order, a control variate: the weighted rewards less a multiple of how far the weights
 * are from 1. Where they fall short of 1 that multiple is the mean reward, otherwise the least-squares slope.
 */
function likelihoodTerms(rows: readonly Row[]): Terms {
  const value = empiricalLikelihood(rows)
  const weight = meanOf(rows, (row) => row.weight)
  const product = meanOf(rows, (row) => row.weight * row.reward)
  const reward = meanOf(rows, (row) => row.reward)
  const spread = meanOf(rows, (row) => (row.weight - weight) ** 2)
  const slope =
    spread > 0 ? meanOf(rows, (row) => (row.weight - weight) * row.weight * row.reward) / spread : 0
  const deviations = each(rows, (row) =>
    weight < 1
      ? row.weight * row.reward -
        product -
        reward * (row.weight - weight) +
        (1 - weight) * (row.reward - reward)
      : row.weight * row.reward - product - slope * (row.weight - weight),
  )
  return { value, deviations }
}

const each = (rows: readonly Row[], of: (row: Row) => number): Float64Array =>
  Float64Array.from(rows, (row) => of(row))

/** Each row counts for as many decisions as it stands for. */
export function meanOf(rows: readonly Row[], of: (row: Row) => number): number {
  let [sum, decisions] = [0, 0]
  for (const row of rows) {
    sum += row.count * of(row)
    decisions += row.count
  }
  return sum / decisions
}
