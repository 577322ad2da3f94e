import { gather, groupedFolds, outOfFold, probabilities, type Table, take } from '@holon/learn'
import { applyCalibration, auc, evaluateBinary, fitPlatt } from 'holon/stats'
import { type Recipe, seed } from './recipe.ts'

/** Folds and repetitions of the outer cross-validation, and folds of the inner one that calibrates or chooses. */
export const protocol = { folds: 10, repeats: 5, innerFolds: 2 } as const

/** What is learned from: columns, labels, and the site of every row. Rows of one site always share a fold. */
export interface Labelled {
  readonly table: Table
  readonly labels: readonly number[]
  readonly sites: readonly string[]
}

/** Probabilities for every row by models and calibrations that have never seen its site. */
export interface Unseen {
  /** One list for each repetition. */
  readonly runs: readonly (readonly number[])[]
  /** AUC within every fold of every repetition. */
  readonly foldAuc: readonly number[]
  readonly foldCalibrationError: readonly number[]
}

/** Repeated cross-validation by site; the calibration is learned inside each fold. */
export function crossValidate(
  recipe: Recipe,
  data: Labelled,
  repeats: number = protocol.repeats,
  advance: () => void = () => undefined,
): Unseen {
  const runs: number[][] = []
  const foldAuc: number[] = []
  const foldCalibrationError: number[] = []
  for (let repeat = 0; repeat < repeats; repeat++) {
    const folds = groupedFolds(data.sites, protocol.folds, seed + repeat)
    const said = outOfFold(folds, (train) => {
      const predict = calibrated(recipe, data, train)
      return (test) => {
        const found = predict(test)
        const { auc, calibrationError } = evaluateBinary([...found], [...gather(data.labels, test)])
        foldAuc.push(auc)
        foldCalibrationError.push(calibrationError)
        advance()
        return found
      }
    })
    runs.push([...said])
  }
  return { runs, foldAuc, foldCalibrationError }
}

/** A model of some rows, calibrated by Platt's sigmoid on predictions by models that had not seen the site. */
function calibrated(recipe: Recipe, data: Labelled, train: Int32Array): (test: Int32Array) => Float64Array {
  const seen = rowsOf(data, train)
  const raw = innerPredictions(recipe, seen)
  const calibration = fitPlatt([...raw], seen.labels)
  const model = recipe.fit(seen.table, seen.labels)
  return (test) =>
    probabilities(model, take(data.table, test)).map((one) => applyCalibration(calibration, one))
}

/** Raw probabilities for every row by models that have not seen its site, over the inner folds. */
export function innerPredictions(
  recipe: Recipe,
  { table, labels, sites }: Labelled,
  count: number = protocol.innerFolds,
): Float64Array {
  return outOfFold(groupedFolds(sites, count, seed), (train) => {
    const model = recipe.fit(take(table, train), gather(labels, train))
    return (test) => probabilities(model, take(table, test))
  })
}

/** Some of the rows. */
export function rowsOf({ table, labels, sites }: Labelled, rows: Int32Array): Labelled {
  return {
    table: take(table, rows),
    labels: Array.from(rows, (row) => labels[row] as number),
    sites: Array.from(rows, (row) => sites[row] as string),
  }
}

/**
 * Area under the curve among rows of one stratum: the share of pairs of a phishing and a benign address of the same
 * stratum that stand in the right order. What the strata are made of cannot help here.
 */
export function aucWithin(
  strata: readonly string[],
  said: readonly number[],
  labels: readonly number[],
): number {
  const rows = new Map<string, number[]>()
  for (const [row, stratum] of strata.entries()) {
    const known = rows.get(stratum)
    if (known === undefined) rows.set(stratum, [row])
    else known.push(row)
  }
  let [right, pairs] = [0, 0]
  for (const members of rows.values()) {
    const found = members.map((row) => labels[row] as number)
    const positives = found.reduce((sum, label) => sum + label, 0)
    const weight = positives * (found.length - positives)
    if (weight === 0) continue
    right +=
      weight *
      auc(
        members.map((row) => said[row] as number),
        found,
      )
    pairs += weight
  }
  return right / pairs
}
