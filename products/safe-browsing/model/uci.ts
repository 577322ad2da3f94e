import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { boostTrees, gather, outOfFold, probabilities, stratifiedFolds, tableOf, take } from '@holon/learn'
import { parse } from 'csv-parse/sync'
import { evaluateBinary } from 'holon/stats'
import { protocol } from './cross-validate.ts'
import { phishingFile } from './data.ts'
import { mean, standardError } from './mean.ts'
import { seed } from './recipe.ts'

/** How the trainer does on a table that others have used. */
export interface UciFigures {
  readonly rows: number
  readonly accuracy: number
  readonly accuracyError: number
  readonly auc: number
  readonly sha256: string
}

const settings = {
  seed,
  trees: 300,
  learningRate: 0.2,
  maxDepth: 8,
  maxLeaves: 64,
  minLeafRows: 2,
  rowShare: 0.8,
}

/**
 * Cross-validates boosted trees on the table "Phishing Websites" of the UCI repository (Mohammad and McCluskey 2012,
 * doi.org/10.24432/C51W2X): 11,055 sites by 30 properties, most of which need the page and other services, so they are no
 * features of this product. Undefined when the table is not there.
 */
export function compareWithUci(): UciFigures | undefined {
  const file = phishingFile('uci-phishing-websites.csv')
  if (file === undefined) return undefined
  const bytes = readFileSync(file)
  const rows = (parse(bytes) as string[][]).map((cells) => cells.map(Number))
  const names = (rows[0] as number[]).slice(0, -1).map((_, column) => `p${column + 1}`)
  const table = tableOf(
    rows.map((row) => Object.fromEntries(names.map((name, column) => [name, row[column] as number]))),
    names,
  )
  const labels = rows.map((row) => (row.at(-1) === -1 ? 1 : 0))
  const folds = stratifiedFolds(labels, protocol.folds, seed)
  const scores: number[] = []
  const said = outOfFold(folds, (train) => {
    const model = boostTrees(take(table, train), gather(labels, train), settings)
    return (test) => {
      const found = probabilities(model, take(table, test))
      scores.push(evaluateBinary([...found], [...gather(labels, test)]).accuracy)
      return found
    }
  })
  return {
    rows: rows.length,
    accuracy: mean(scores),
    accuracyError: standardError(scores),
    auc: evaluateBinary([...said], labels).auc,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }
}
