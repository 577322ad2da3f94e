import {
  type BoostedTrees,
  boostTrees,
  type LinearModel,
  logisticRegression,
  type Table,
  tableOf,
} from '@holon/learn'
import { featureNames } from './features.ts'
import type { Judged } from './judged.ts'

/** A way to learn falls: which features, and what is fitted to them. */
export interface Recipe {
  readonly name: string
  readonly features: readonly string[]
  fit(table: Table, labels: ArrayLike<number>): BoostedTrees | LinearModel
}

/** Same seed, same data, same trees to the bit. */
const seed = 1

/** Penalty on the weights of the logistic regression, over features of deviation 1. */
export const l2 = 3

const boosting = {
  seed,
  trees: 200,
  learningRate: 0.05,
  minLeafRows: 8,
  l2: 3,
  rowShare: 0.7,
  columnShare: 0.6,
} as const

/** What somebody does after a fall is not theirs to choose, but that of a volunteer is. */
const afterwards: readonly string[] = ['settling', 'stirring', 'fidgeting']
const withoutRest = featureNames.filter((name) => !afterwards.includes(name))

const logistic = (name: string, features: readonly string[]): Recipe => ({
  name,
  features,
  fit: (table, labels) => logisticRegression(table, labels, { l2 }),
})

const boosted = (name: string, features: readonly string[], maxDepth: number): Recipe => ({
  name,
  features,
  fit: (table, labels) => boostTrees(table, labels, { ...boosting, maxDepth }),
})

/** The way that is used: effects of facts add up, and there is little to compute. */
export const chosen = logistic('logistic regression', featureNames)

/** What was compared. */
export const candidates: readonly Recipe[] = [
  chosen,
  logistic('logistic regression, without the rest after the impact', withoutRest),
  boosted('additive boosted trees (depth 1)', featureNames, 1),
  boosted('boosted trees of depth 2', featureNames, 2),
  boosted('boosted trees of depth 2, without the rest after the impact', withoutRest, 2),
]

/** The features of moments under a recipe. */
export function tableFor(
  { features }: Pick<Recipe, 'features'>,
  moments: readonly Pick<Judged, 'features'>[],
): Table {
  return tableOf(
    moments.map((moment) => moment.features),
    features,
  )
}
