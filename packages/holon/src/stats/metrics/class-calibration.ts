import { HolonError } from '../../spec/error.ts'
import { requirePaired } from '../argument.ts'
import { calibrationError, equalWidthEdges, quantileEdges, reliability } from './reliability.ts'

/** What a model of several classes says of the class it takes for the most probable. */
export interface TopLabels {
  readonly labels: readonly number[]
  readonly probabilities: readonly number[]
  /** 1 where it was right, else 0. */
  readonly right: readonly number[]
}

/** How probabilities are put in bins: upper ends of bins for the probabilities given. */
export type Binning = (probabilities: readonly number[]) => readonly number[]

const tenths: Binning = () => equalWidthEdges(10)

/**
 * The most probable class of each row, the first of equal ones, and whether it is the true one. `rows[i][k]` is the
 * probability of class k in row i, `classes[i]` the index of its true class.
 *
 * @throws HolonError `data-invalid` for a true class that has no probability
 */
export function topLabels(rows: readonly (readonly number[])[], classes: readonly number[]): TopLabels {
  requireClasses(rows, classes)
  const labels = rows.map((row) => row.indexOf(Math.max(...row)))
  return {
    labels,
    probabilities: rows.map((row, i) => row[labels[i] ?? -1] ?? Number.NaN),
    right: labels.map((label, i) => (label === classes[i] ? 1 : 0)),
  }
}

/**
 * The expected calibration error of what is said of the most probable class, whichever it is (C. Guo and others, On
 * Calibration of Modern Neural Networks, 2017).
 */
export function confidenceCalibrationError(
  rows: readonly (readonly number[])[],
  classes: readonly number[],
  binning: Binning = tenths,
): number {
  const { probabilities, right } = topLabels(rows, classes)
  return calibrationError(reliability(probabilities, right, binning(probabilities)))
}

/**
 * The same within the rows of each most probable class, then averaged over rows (C. Gupta, A. Ramdas, Top-label
 * Calibration and Multiclass-to-binary Reductions, 2022), or with `evenly` over the classes that were ever the most
 * probable. Sees what cancels out between classes.
 *
 * @example
 * ```ts
 * topLabelCalibrationError([[0.8, 0.2], [0.4, 0.6]], [0, 0]) // 0.4
 * ```
 */
export function topLabelCalibrationError(
  rows: readonly (readonly number[])[],
  classes: readonly number[],
  { binning = tenths, evenly = false }: { readonly binning?: Binning; readonly evenly?: boolean } = {},
): number {
  const { labels, probabilities, right } = topLabels(rows, classes)
  const groups = [...new Set(labels)].map((label) =>
    labels.flatMap((other, i) => (other === label ? [i] : [])),
  )
  const errors = groups.map((group) => {
    const said = group.map((i) => probabilities[i] ?? Number.NaN)
    const came = group.map((i) => right[i] ?? Number.NaN)
    return calibrationError(reliability(said, came, binning(said)))
  })
  return errors.reduce(
    (sum, error, g) => sum + error * (evenly ? 1 / groups.length : (groups[g]?.length ?? 0) / labels.length),
    0,
  )
}

/**
 * The mean over classes of the calibration error of each class against all others. With bins of equally many rows it is
 * the adaptive calibration error (J. Nixon and others, Measuring Calibration in Deep Learning, 2019), the default.
 */
export function classCalibrationError(
  rows: readonly (readonly number[])[],
  classes: readonly number[],
  binning: Binning = (probabilities) => quantileEdges(probabilities, 10),
): number {
  requireClasses(rows, classes)
  const count = rows[0]?.length ?? 0
  let sum = 0
  for (let k = 0; k < count; k += 1) {
    const said = rows.map((row) => row[k] ?? Number.NaN)
    const came = classes.map((label) => (label === k ? 1 : 0))
    sum += calibrationError(reliability(said, came, binning(said)))
  }
  return sum / count
}

function requireClasses(rows: readonly (readonly number[])[], classes: readonly number[]): void {
  requirePaired(rows, classes)
  const row = classes.findIndex((label, i) => rows[i]?.[label] === undefined)
  if (row < 0) return
  throw new HolonError(
    'data-invalid',
    `in row ${row} class ${classes[row]} has no probability`,
    'Give a probability for every class, and the index of the true one.',
    { details: { row } },
  )
}
