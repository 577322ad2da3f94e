import { type BoostedTrees, boostTrees, type LinearModel, logisticRegression, type Table } from '@holon/learn'
import { featureNames } from './features.ts'

/** A way to learn from a table of features. */
export interface Recipe {
  readonly name: string
  fit(table: Table, labels: ArrayLike<number>): BoostedTrees | LinearModel
}

/** Same seed, same data, same model to the bit. */
export const seed = 1

/** The letters of a name may speak for or against it; every other sign may only raise the suspicion. */
const free = new Set<string>(['nameLength', 'consonantsInName', 'subdomains'])
const monotone = Object.fromEntries(
  featureNames.filter((name) => !free.has(name)).map((name) => [name, 1 as const]),
)

/** Settings of the boosted trees. At most 16 leaves a tree: the file is carried by a browser extension. */
export const settings = {
  seed,
  trees: 100,
  learningRate: 0.15,
  maxLeaves: 16,
  minLeafRows: 30,
  l2: 5,
  rowShare: 0.5,
  bins: 64,
} as const

/** Boosted trees of a depth, in which a sign that is added never lowers the suspicion. */
function rising(maxDepth: number): Recipe {
  return {
    name: `boosted trees of depth ${maxDepth}, rising with every sign`,
    fit: (table, labels) => boostTrees(table, labels, { ...settings, maxDepth, monotone }),
  }
}

/** Boosted trees over whatever columns there are, for the study of shortcuts. */
export const unbound: Recipe = {
  name: 'boosted trees of depth 4',
  fit: (table, labels) => boostTrees(table, labels, { ...settings, maxDepth: 4 }),
}

/** What was compared, the simplest first; the simplest within one standard error of the best is used. */
export const candidates: readonly Recipe[] = [
  { name: 'logistic regression', fit: (table, labels) => logisticRegression(table, labels, { l2: 3 }) },
  rising(1),
  rising(2),
  rising(3),
  rising(4),
  rising(6),
]
