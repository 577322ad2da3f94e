import {
  type BoostedTrees,
  boostTrees,
  type LinearModel,
  logisticRegression,
  type Table,
  tableOf,
} from '@holon/learn'
import type { Stated } from './applications.ts'
import { type FileFeature, vouched } from './features.ts'

/** A way to learn the stated chance: which facts, and what is fitted to them. */
export interface Recipe {
  readonly name: string
  readonly features: readonly FileFeature[]
  fit(table: Table, labels: ArrayLike<number>): LinearModel | BoostedTrees
}

/** Same seed, same data, same model to the bit. */
export const seed = 1

/** Penalty on weights of features of deviation 1; each application counts a hundred times, see `asLabels`. */
export const l2 = 100

const logistic = (name: string, features: readonly FileFeature[]): Recipe => ({
  name,
  features,
  fit: (table, labels) => logisticRegression(table, labels, { l2 }),
})

/** The recipe that is served. */
export const chosen = logistic('what others vouch for', vouched)

/** The recipe of the version that scores everything in the file. */
export const everything = logistic('everything in the file', [
  ...vouched,
  'gre',
  'toefl',
  'statement',
  'school',
])

/** What was compared, the fewest facts first. */
export const candidates: readonly Recipe[] = [
  logistic('grade average alone', ['gpa']),
  chosen,
  logistic('and both tests', [...vouched, 'gre', 'toefl']),
  everything,
  {
    ...everything,
    name: 'everything, boosted trees of depth 2',
    fit: (table, labels) =>
      boostTrees(table, labels, { seed, trees: 150, maxDepth: 2, learningRate: 0.05, minLeafRows: 1000 }),
  },
]

/** How often an application is repeated: as many times as a stated chance has hundredths. */
const copies = 100

/**
 * A stated chance of 0.72 as 72 labels of 1 and 28 of 0 for the same facts: logistic regression of shares by a learner of
 * labels, exactly, since chances are stated in hundredths.
 */
export function asLabels(rows: readonly Stated[]): { table(of: Recipe): Table; labels: Uint8Array } {
  const labels = new Uint8Array(rows.length * copies)
  for (const [row, { chance }] of rows.entries()) {
    labels.fill(1, row * copies, row * copies + Math.round(chance * copies))
  }
  const table = ({ features }: Recipe) =>
    tableOf(
      rows.flatMap(({ file }) => Array.from({ length: copies }, () => picked(file, features))),
      features,
    )
  return { table, labels }
}

/** The table of rows, each once. */
export const tableFor = ({ features }: Recipe, rows: readonly Stated[]): Table =>
  tableOf(
    rows.map(({ file }) => picked(file, features)),
    features,
  )

const picked = (file: Stated['file'], features: readonly FileFeature[]): Record<string, number> =>
  Object.fromEntries(features.map((name) => [name, Number(file[name])]))
