import { gather, probabilities, stratifiedFolds, type Table, take } from '@holon/learn'
import { applyCalibration, auc, logLoss } from 'holon/stats'
import type { Example } from './audit-data.ts'
import { calibrationOf, type Method, unseen } from './fit.ts'
import { type Recipe, seed, tableFor } from './recipe.ts'

/** Folds and repetitions of the outer cross-validation, and folds of the inner one that calibrates. */
export const protocol = { folds: 10, repeats: 5, innerFolds: 5 } as const

/** One recipe among others: how well it does on rows it has not seen, and how far it is from the best. */
export interface Comparison {
  readonly name: string
  readonly auc: number
  readonly logLoss: number
  /** Mean excess of log loss over that of the best recipe, row by row, and its standard error. */
  readonly excess: { readonly mean: number; readonly standardError: number }
}

/** Cross-validates recipes, uncalibrated, on the same folds. */
export function compare(recipes: readonly Recipe[], examples: readonly Example[]): readonly Comparison[] {
  const labels = examples.map(({ label }) => label)
  const runs = recipes.map((recipe) => {
    const table = tableFor(recipe, examples)
    const said = times(protocol.repeats, (time) => unseen(recipe, table, labels, protocol.folds, seed + time))
    const losses = labels.map((label, row) => mean(said.map((one) => lossOf(one[row] as number, label))))
    return {
      name: recipe.name,
      losses,
      auc: mean(said.map((one) => auc([...one], labels))),
      logLoss: mean(losses),
    }
  })
  const best = runs.reduce((least, run) => (run.logLoss < least.logLoss ? run : least))
  return runs.map(({ name, auc, logLoss, losses }) => {
    const excess = losses.map((loss, row) => loss - (best.losses[row] as number))
    return { name, auc, logLoss, excess: { mean: mean(excess), standardError: standardError(excess) } }
  })
}

/** The simplest recipe within one standard error of the best. */
export function simplest(comparisons: readonly Comparison[]): Comparison {
  return comparisons.find(({ excess }) => excess.mean <= excess.standardError) as Comparison
}

/** Probabilities for every row by models and calibrations that have not seen it, once for each way of dealing folds. */
export interface Unseen {
  readonly raw: readonly (readonly number[])[]
  readonly calibrated: Readonly<Record<Method, readonly (readonly number[])[]>>
  /** AUC of the raw probabilities within every fold. */
  readonly foldAuc: readonly number[]
}

/** Cross-validates one recipe with calibration inside the folds: models are calibrated on inner folds of what they learn from. */
export function crossValidate(recipe: Recipe, examples: readonly Example[]): Unseen {
  const table = tableFor(recipe, examples)
  const labels = examples.map(({ label }) => label)
  const raw: number[][] = []
  const platt: number[][] = []
  const isotonic: number[][] = []
  const foldAuc: number[] = []
  for (let time = 0; time < protocol.repeats; time++) {
    const folds = stratifiedFolds(labels, protocol.folds, seed + time)
    const said = { raw: [] as number[], platt: [] as number[], isotonic: [] as number[] }
    for (let fold = 0; fold < protocol.folds; fold++) {
      const test = rowsWhere(folds, (of) => of === fold)
      const one = foldOf(
        recipe,
        table,
        labels,
        rowsWhere(folds, (of) => of !== fold),
        test,
      )
      foldAuc.push(auc(one.raw, [...gather(labels, test)]))
      test.forEach((row, i) => {
        for (const way of ['raw', 'platt', 'isotonic'] as const) said[way][row] = one[way][i] as number
      })
    }
    raw.push(said.raw)
    platt.push(said.platt)
    isotonic.push(said.isotonic)
  }
  return { raw, calibrated: { platt, isotonic }, foldAuc }
}

/** The calibration of least log loss out of fold. */
export function bestMethod({ calibrated }: Unseen, labels: readonly number[]): Method {
  const loss = (method: Method) => mean(calibrated[method].map((said) => logLoss(said, labels)))
  return loss('isotonic') < loss('platt') ? 'isotonic' : 'platt'
}

function foldOf(
  recipe: Recipe,
  table: Table,
  labels: readonly number[],
  train: Int32Array,
  test: Int32Array,
) {
  const [seen, found] = [take(table, train), [...gather(labels, train)]]
  const raw = [...probabilities(recipe.fit(seen, found), take(table, test))]
  const apply = (method: Method) => {
    const calibration = calibrationOf(method, recipe, seen, found, protocol.innerFolds, 1)
    return raw.map((probability) => applyCalibration(calibration, probability))
  }
  return { raw, platt: apply('platt'), isotonic: apply('isotonic') }
}

function rowsWhere(folds: Int32Array, chosen: (fold: number) => boolean): Int32Array {
  return Int32Array.from([...folds.keys()].filter((row) => chosen(folds[row] as number)))
}

function lossOf(probability: number, label: number): number {
  return -Math.log(label === 1 ? probability : 1 - probability)
}

/** Mean of numbers. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Standard error of the mean of numbers. */
export function standardError(values: readonly number[]): number {
  const center = mean(values)
  const variance = values.reduce((sum, value) => sum + (value - center) ** 2, 0) / (values.length - 1)
  return Math.sqrt(variance / values.length)
}

function times<T>(count: number, make: (time: number) => T): T[] {
  return Array.from({ length: count }, (_, time) => make(time))
}
