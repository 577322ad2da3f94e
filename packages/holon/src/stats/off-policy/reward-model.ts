import { addToGram, type Gram, noGram, ridge } from '../regression/ridge.ts'

/** A logged decision to learn rewards from. */
export interface RewardRow {
  readonly features: readonly number[]
  /** Which action was taken, from 0. */
  readonly action: number
  readonly reward: number
  /** Whom it belongs to: what is said of a person is learned from others. Without it, each row stands alone. */
  readonly cluster?: string
  /** How many decisions it stands for. Default 1. */
  readonly count?: number
}

/** Observations' worth by which every coefficient is pulled to the mean reward. */
const strength = 1

/**
 * What every action would earn in each row: ridge regression for each action on the standardised features, cross-fitted so
 * that no row is predicted by a model that saw it or another row of the same person (V. Chernozhukov and others,
 * Double/debiased machine learning, 2018). Doubly robust estimates rest on that.
 *
 * @returns for each row the expected reward of every action
 */
export function crossFittedRewards(
  rows: readonly RewardRow[],
  actions: number,
  folds = 5,
): readonly (readonly number[])[] {
  const foldOf = foldsOf(rows, folds)
  const features = standardised(rows)
  const width = features[0]?.length ?? 0
  const grams = Array.from({ length: folds }, () => Array.from({ length: actions }, () => noGram(width)))
  for (const [i, { action, reward, count }] of rows.entries()) {
    const gram = grams[foldOf[i] ?? 0]?.[action]
    if (gram !== undefined) addToGram(gram, features[i] ?? [], reward, count)
  }
  const models = grams.map((_, fold) => modelsOf(grams.filter((__, other) => other !== fold)))
  return features.map((known, i) => (models[foldOf[i] ?? 0] ?? []).map((model) => at(model, known)))
}

/** One model an action, of the grams of some folds. */
function modelsOf(folds: readonly (readonly Gram[])[]): readonly (readonly number[])[] {
  let [sum, n] = [0, 0]
  for (const [first] of folds.flat()) {
    n += first?.[0] ?? 0
    sum += first?.at(-1) ?? 0
  }
  const around = n > 0 ? sum / n : 0
  return (folds[0] ?? []).map((_, action) =>
    ridge(
      folds.map((grams) => grams[action] ?? []),
      { strength, around },
    ),
  )
}

function at([constant = 0, ...slopes]: readonly number[], features: readonly number[]): number {
  return slopes.reduce((sum, slope, j) => sum + slope * (features[j] ?? 0), constant)
}

/** People take their folds in turn, in the order in which they are first seen. */
function foldsOf(rows: readonly RewardRow[], folds: number): readonly number[] {
  const known = new Map<string | number, number>()
  return rows.map(({ cluster }, i) => {
    const key = cluster ?? i
    const fold = known.get(key) ?? known.size % folds
    known.set(key, fold)
    return fold
  })
}

/** Of mean 0 and deviation 1; one that never varies is 0. */
function standardised(rows: readonly RewardRow[]): readonly (readonly number[])[] {
  const width = rows[0]?.features.length ?? 0
  const n = rows.length
  const scales = Array.from({ length: width }, (_, j) => {
    const mean = rows.reduce((sum, { features }) => sum + (features[j] ?? 0), 0) / n
    const squares = rows.reduce((sum, { features }) => sum + ((features[j] ?? 0) - mean) ** 2, 0)
    return { mean, deviation: Math.sqrt(squares / n) || 1 }
  })
  return rows.map(({ features }) =>
    scales.map(({ mean, deviation }, j) => ((features[j] ?? 0) - mean) / deviation),
  )
}
