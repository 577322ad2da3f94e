import {
  type BoostedTrees,
  boostTrees,
  type Encoder,
  encode,
  encodedNames,
  type LinearModel,
  logisticRegression,
  type Table,
  tableOf,
} from '@holon/learn'
import type { Example } from './audit-data.ts'
import { auditFields, encoders } from './features.ts'

/** A way to learn audit risk: which features, and what is fitted to them. */
export interface Recipe {
  readonly name: string
  readonly encoders: readonly Encoder[]
  fit(table: Table, labels: ArrayLike<number>): BoostedTrees | LinearModel
}

/** Same seed, same data, same model to the bit. */
export const seed = 1

/** Settings of the boosted trees. Schooling may only raise the risk: what is told of it then makes sense. */
export const settings = {
  seed,
  trees: 400,
  maxDepth: 1,
  learningRate: 0.05,
  minLeafRows: 15,
  l2: 5,
  rowShare: 0.7,
  columnShare: 0.6,
  monotone: { schooling: 1 },
} as const

const employments = 'Private Consultant SelfEmp PSFederal PSState PSLocal unknown'.split(' ')

/** The features of the model, and the two facts it does without. */
const everyEncoder: readonly Encoder[] = [
  ...encoders,
  { kind: 'number', field: 'income' },
  { kind: 'one-hot', field: 'employment', values: employments },
]

const boosted = (
  name: string,
  over: readonly Encoder[],
  changes: { maxDepth?: number; trees?: number },
): Recipe => ({
  name,
  encoders: over,
  fit: (table, labels) => boostTrees(table, labels, { ...settings, ...changes }),
})

/** The way that is used: every tree asks about one fact, so the effects of facts simply add up. */
export const chosen = boosted('additive boosted trees (depth 1)', encoders, {})

/**
 * What was compared, the simplest first. The one of least log loss in cross-validation sets the mark; the simplest within
 * one standard error of it is used.
 */
export const candidates: readonly Recipe[] = [
  {
    name: 'logistic regression',
    encoders,
    fit: (table, labels) => logisticRegression(table, labels, { l2: 3 }),
  },
  chosen,
  boosted('boosted trees of depth 2', encoders, { maxDepth: 2, trees: 300 }),
  boosted('boosted trees of depth 3', encoders, { maxDepth: 3, trees: 150 }),
  boosted('boosted trees of depth 1, with income and employment', everyEncoder, {}),
  boosted('boosted trees of depth 2, with income and employment', everyEncoder, { maxDepth: 2, trees: 300 }),
]

/** The features of examples under a recipe. */
export function tableFor(recipe: Recipe, examples: readonly Example[]): Table {
  const rows = examples.map(({ facts }) => encode(recipe.encoders, auditFields(facts)))
  return tableOf(rows, encodedNames(recipe.encoders))
}
