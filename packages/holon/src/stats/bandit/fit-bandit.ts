import { requireCount, requirePositive } from '../argument.ts'
import { addToGram, type Gram, noGram, ridge } from '../regression/ridge.ts'
import { bootstrapCounts } from './bag.ts'
import { expectedReward } from './linear-arm.ts'

/** A logged decision to learn from. */
export interface BanditRow {
  /** Standardised, each about 0 and of deviation 1. */
  readonly features: readonly number[]
  /** Which action was taken, from 0. */
  readonly action: number
  /** From 0 to 1. */
  readonly reward: number
  /** Whom it belongs to: bootstrap replicates draw these. */
  readonly unit: string
  /** How many decisions it stands for, or an importance weight. Default 1. */
  readonly weight?: number
}

/** How to learn. */
export interface BanditFitInit {
  readonly actions: number
  readonly features: number
  /** Observations' worth by which every coefficient is pulled: slopes to 0, constants to the mean reward. */
  readonly strength: number
  /** Replicates of a bootstrap, beside the fit to all. */
  readonly replicates: number
  readonly seed: string
}

/** What was learned: a line for each action. */
export interface BanditFit {
  /** Mean reward of all rows: what is expected of an action that nobody took. */
  readonly around: number
  /** Variance of rewards around their lines; one observation of variance 1 / 4, the most there can be, is added to all. */
  readonly noise: number
  readonly arms: readonly BanditArm[]
}

/** What was learned of one action. */
export interface BanditArm {
  readonly rows: number
  readonly gram: Gram
  readonly coefficients: readonly number[]
  /** Coefficients of each replicate. */
  readonly replicates: readonly (readonly number[])[]
}

/**
 * Learns what each action earns: one ridge regression for each, on its own rows. Lines that share nothing are wrong about
 * no action because of another one, and their doubts are independent, as `bestProbabilities` needs them.
 *
 * @throws HolonError `input-invalid` for a strength that is not above 0, or counts that cannot be
 * @example
 * ```ts
 * import { fitBandit } from 'holon/stats'
 * const rows = [0, 1, 0, 1].map((action, i) => ({ features: [], action, reward: action, unit: `u${i}` }))
 * const fit = fitBandit(rows, { actions: 2, features: 0, strength: 1, replicates: 0, seed: 's' })
 * fit.arms.map((arm) => arm.coefficients[0]) // [0.1666..., 0.8333...]
 * ```
 */
export function fitBandit(rows: readonly BanditRow[], init: BanditFitInit): BanditFit {
  const { actions, features, strength, replicates } = init
  requireCount('actions', actions, 1)
  requireCount('replicates', replicates)
  requirePositive('strength', strength)
  const around = meanReward(rows)
  const grams = Array.from({ length: actions }, () => noGram(features))
  const drawn = Array.from({ length: actions }, () =>
    Array.from({ length: replicates }, () => noGram(features)),
  )
  const counts = new Array<number>(actions).fill(0)
  for (const { action, features: known, reward, unit, weight = 1 } of rows) {
    const [gram, replicated] = [grams[action], drawn[action]]
    if (gram === undefined || replicated === undefined) continue
    counts[action] = (counts[action] ?? 0) + 1
    addToGram(gram, known, reward, weight)
    if (replicates === 0) continue
    for (const [r, count] of bootstrapCounts(init.seed, unit, replicates).entries()) {
      const into = replicated[r]
      if (count > 0 && into !== undefined) addToGram(into, known, reward, weight * count)
    }
  }
  const fit = (gram: Gram): readonly number[] => ridge([gram], { strength, around })
  const arms = grams.map((gram, action) => ({
    ...{ rows: counts[action] ?? 0, gram, coefficients: fit(gram) },
    replicates: (drawn[action] ?? []).map(fit),
  }))
  return { around, noise: noiseOf(rows, arms), arms }
}

/** 1 / 2 where there is nothing to go by. */
function meanReward(rows: readonly BanditRow[]): number {
  let [sum, n] = [0, 0]
  for (const { reward, weight = 1 } of rows) {
    sum += weight * reward
    n += weight
  }
  return n > 0 ? sum / n : 0.5
}

function noiseOf(rows: readonly BanditRow[], arms: readonly BanditArm[]): number {
  let [squares, n] = [0.25, 1]
  for (const { action, features, reward, weight = 1 } of rows) {
    const arm = arms[action]
    if (arm === undefined) continue
    squares += weight * (reward - expectedReward(arm, features)) ** 2
    n += weight
  }
  return squares / n
}
