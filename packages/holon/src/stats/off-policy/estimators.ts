import { HolonError } from '../../spec/error.ts'

/** One logged decision as another policy sees it. */
export interface LoggedReward {
  /** Probability of the chosen action under the other policy, divided by the logged one. */
  readonly weight: number
  readonly reward: number
  /** How many decisions it stands for: 1 / (1 - the probability of being dropped from the log). Default 1. */
  readonly count?: number
}

/** One logged decision, with what a reward model says. */
export interface ModelledReward extends LoggedReward {
  /** The model's reward of the action that was chosen. */
  readonly predicted: number
  /** The model's mean reward of the other policy in this context. */
  readonly expected: number
}

/**
 * The weight of a logged decision; refuses a propensity of 0, as nothing follows from what was never done.
 */
export function importanceWeight(target: number, logged: number): number {
  if (logged > 0 && logged <= 1 && target >= 0) return target / logged
  throw new HolonError(
    'data-invalid',
    `the logged propensity is ${logged}`,
    'Log the probability of what was chosen.',
  )
}

/**
 * Inverse-propensity estimate of a policy's mean reward: unbiased, of large variance. With `clip` weights are
 * cut off there.
 */
export function inversePropensity(rows: readonly LoggedReward[], clip = Infinity): number {
  return mean(rows, ({ weight, reward }) => Math.min(weight, clip) * reward)
}

/** The standard error of the inverse-propensity estimate. */
export function inversePropensityError(rows: readonly LoggedReward[]): number {
  const centre = inversePropensity(rows)
  let [squares, decisions] = [0, 0]
  for (const { weight, reward, count = 1 } of rows) {
    squares += (count * (weight * reward - centre)) ** 2
    decisions += count
  }
  return Math.sqrt((squares * rows.length) / (rows.length - 1)) / decisions
}

/** The inverse-propensity estimate divided by the mean weight: a little bias for much less variance. */
export function selfNormalised(rows: readonly LoggedReward[]): number {
  return inversePropensity(rows) / mean(rows, (row) => row.weight)
}

/** What the reward model alone says. */
export function directMethod(rows: readonly ModelledReward[]): number {
  return mean(rows, (row) => row.expected)
}

/** How the weight of the model's error is tamed in a doubly robust estimate. */
export type WeightRule = (weight: number) => number

/**
 * The reward model, corrected by its weighted errors: right when either the model or the propensities are (M.
 * Dudik and others, 2011).
 */
export function doublyRobust(rows: readonly ModelledReward[], rule: WeightRule = (weight) => weight): number {
  return mean(rows, (row) => row.expected + rule(row.weight) * (row.reward - row.predicted))
}

/** Doubly robust, with the correction divided by the mean weight. */
export function selfNormalisedDoublyRobust(rows: readonly ModelledReward[]): number {
  const size = mean(rows, (row) => row.weight)
  return doublyRobust(rows, (weight) => weight / size)
}

/** Believe the model alone where the weight is above `limit` (Y.-X. Wang and others, 2017). */
export function switchAbove(limit: number): WeightRule {
  return (weight) => (weight <= limit ? weight : 0)
}

/** Optimistic shrinkage of weights (Y. Su and others, 2020). */
export function shrinkage(lambda: number): WeightRule {
  return (weight) => (lambda * weight) / (weight * weight + lambda)
}

/**
 * How many rows logged by the target policy itself would carry as much: (sum w)^2 / sum w^2 (A. Kong, 1992).
 */
export function effectiveSampleSize(rows: readonly Pick<LoggedReward, 'weight' | 'count'>[]): number {
  let [sum, squares] = [0, 0]
  for (const { weight, count = 1 } of rows) {
    sum += count * weight
    squares += (count * weight) ** 2
  }
  return sum ** 2 / squares
}

/** Each row counts for as many decisions as it stands for. */
function mean<R extends { readonly count?: number }>(rows: readonly R[], of: (row: R) => number): number {
  let [sum, decisions] = [0, 0]
  for (const row of rows) {
    const count = row.count ?? 1
    sum += count * of(row)
    decisions += count
  }
  return sum / decisions
}
