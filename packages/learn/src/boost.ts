import { HolonError } from 'holon'
import { type SeededRandom, seededRandom, sigmoid } from 'holon/stats'
import { type BinnedTable, binned, mostBins } from './bins.ts'
import { growTree } from './grow.ts'
import { offsetsOf } from './histogram.ts'
import { addTree, type BoostedTrees, type Tree } from './model.ts'
import { sampled } from './random.ts'
import { requireBinary, type Table } from './table.ts'

/** How to boost. Everything but the seed has a default that suits a few thousand rows. */
export interface BoostOptions {
  /** Same seed, data and options: same trees to the bit. */
  readonly seed: number
  /** Number of trees; default 200. */
  readonly trees?: number
  /** Share of each tree's value that is added, in (0, 1]; default 0.05. */
  readonly learningRate?: number
  /** Most splits between root and leaf; 1 gives an additive model; default 4. */
  readonly maxDepth?: number
  /** Most leaves of a tree, grown best first; default 16. */
  readonly maxLeaves?: number
  /** Fewest rows of a leaf; default 10. */
  readonly minLeafRows?: number
  /** Least sum of p (1 - p) over the rows of a leaf; default 1. */
  readonly minLeafWeight?: number
  /** Penalty on the square of leaf values; default 1. */
  readonly l2?: number
  /** Least fall of the loss that a split must bring; default 0. */
  readonly minGain?: number
  /** Share of rows each tree sees, in (0, 1]; default 1. */
  readonly rowShare?: number
  /** Share of features each tree sees, in (0, 1]; default 1. */
  readonly columnShare?: number
  /** Most bins a feature is cut into, 2 to 256; default 256. */
  readonly bins?: number
  /** Features along which the log-odds may only rise (1) or fall (-1). */
  readonly monotone?: Readonly<Record<string, 1 | -1>>
  /** Stops when the log loss on these rows has not fallen for `patience` trees, and keeps the trees up to its lowest. */
  readonly stopping?: { readonly table: Table; readonly labels: ArrayLike<number>; readonly patience: number }
}

const defaults = {
  trees: 200,
  learningRate: 0.05,
  maxDepth: 4,
  maxLeaves: 16,
  minLeafRows: 10,
  minLeafWeight: 1,
  l2: 1,
  minGain: 0,
  rowShare: 1,
  columnShare: 1,
  bins: mostBins,
}

type Settings = typeof defaults

/**
 * Gradient-boosted trees for labels 0 and 1 under logistic loss, each tree a Newton step on a sample of rows and
 * features (Friedman 2001, 2002; Chen and Guestrin 2016).
 *
 * @throws HolonError `input-invalid` for an option outside its range, `data-invalid` for labels that are not 0 and 1
 * @example
 * ```ts
 * const hours = Array.from({ length: 40 }, (_, i) => i)
 * const table = tableOf(hours.map((value) => ({ hours: value })), ['hours'])
 * const labels = hours.map((value) => (value < 20 ? 0 : 1))
 * const model = boostTrees(table, labels, { seed: 1, trees: 300, maxDepth: 3 })
 * probabilities(model, table).at(-1) // close to 1
 * ```
 */
export function boostTrees(table: Table, labels: ArrayLike<number>, options: BoostOptions): BoostedTrees {
  const settings: Settings = { ...defaults, ...options }
  requireSettings(settings)
  requireBinary(labels, table.rows)
  const random = seededRandom(options.seed)
  const data = binned(table, settings.bins)
  const base = Math.fround(logOddsOfMean(labels))
  const margins = new Float64Array(table.rows).fill(base)
  const stop = options.stopping && stopping(options.stopping, base)
  const trees: Tree[] = []
  const grow = grower(data, labels, settings, monotoneOf(table.names, options.monotone ?? {}), random)
  while (trees.length < settings.trees) {
    const tree = grow(margins)
    trees.push(tree)
    addTree(tree, table.columns, margins)
    if (stop?.(tree)) break
  }
  return { kind: 'trees', names: table.names, base, trees: trees.slice(0, stop?.best() ?? trees.length) }
}

function grower(
  table: BinnedTable,
  labels: ArrayLike<number>,
  settings: Settings,
  monotone: Int8Array,
  random: SeededRandom,
): (margins: Float64Array) => Tree {
  const { rows } = table
  const offsets = offsetsOf(table)
  const gradients = new Float64Array(rows)
  const hessians = new Float64Array(rows)
  const growth = { ...settings, monotone }
  return (margins) => {
    for (let row = 0; row < rows; row++) {
      const probability = sigmoid(margins[row] as number)
      gradients[row] = probability - (labels[row] as number)
      hessians[row] = probability * (1 - probability)
    }
    const chosen = sampled(rows, shareOf(rows, settings.rowShare), random).sort()
    const features = sampled(table.names.length, shareOf(table.names.length, settings.columnShare), random)
    const sample = { table, offsets, features: features.sort(), gradients, hessians, rows: chosen }
    const tree = growTree(sample, growth)
    return { ...tree, value: tree.value.map((value) => Math.fround(value * settings.learningRate)) }
  }
}

function stopping({ table, labels, patience }: NonNullable<BoostOptions['stopping']>, base: number) {
  requireBinary(labels, table.rows)
  const margins = new Float64Array(table.rows).fill(base)
  let [count, best, lowest] = [0, 0, logLoss(margins, labels)]
  const check = (tree: Tree): boolean => {
    addTree(tree, table.columns, margins)
    count++
    const loss = logLoss(margins, labels)
    if (loss < lowest) [best, lowest] = [count, loss]
    return count - best >= patience
  }
  return Object.assign(check, { best: () => best })
}

function logLoss(margins: Float64Array, labels: ArrayLike<number>): number {
  let sum = 0
  margins.forEach((margin, row) => {
    const against = labels[row] === 1 ? -margin : margin
    sum += against > 0 ? against + Math.log1p(Math.exp(-against)) : Math.log1p(Math.exp(against))
  })
  return sum / margins.length
}

function logOddsOfMean(labels: ArrayLike<number>): number {
  let ones = 0
  for (let row = 0; row < labels.length; row++) ones += labels[row] as number
  return Math.log(ones / (labels.length - ones))
}

function shareOf(count: number, share: number): number {
  return Math.max(1, Math.round(count * share))
}

function monotoneOf(names: readonly string[], wanted: Readonly<Record<string, 1 | -1>>): Int8Array {
  const unknown = Object.keys(wanted).find((name) => !names.includes(name))
  if (unknown !== undefined) {
    throw new HolonError(
      'input-invalid',
      `the monotone constraint on "${unknown}" is on no feature`,
      `Name one of ${names.join(', ')}.`,
    )
  }
  return Int8Array.from(names, (name) => wanted[name] ?? 0)
}

function requireSettings(settings: Settings): void {
  const whole = ['trees', 'maxDepth', 'maxLeaves', 'minLeafRows', 'bins'] as const
  const shares = ['learningRate', 'rowShare', 'columnShare'] as const
  const penalties = ['l2', 'minLeafWeight', 'minGain'] as const
  for (const name of whole)
    check(name, settings, (value) => Number.isInteger(value) && value >= 1, 'a whole number of at least 1')
  for (const name of shares)
    check(name, settings, (value) => value > 0 && value <= 1, 'a number above 0 and at most 1')
  for (const name of penalties)
    check(name, settings, (value) => value >= 0 && value < Infinity, 'a number of at least 0')
  check('bins', settings, (value) => value >= 2 && value <= mostBins, `a whole number from 2 to ${mostBins}`)
}

function check(
  name: keyof Settings,
  settings: Settings,
  fits: (value: number) => boolean,
  wanted: string,
): void {
  if (fits(settings[name])) return
  throw new HolonError('input-invalid', `${name} is ${settings[name]}`, `Give ${wanted}.`)
}
