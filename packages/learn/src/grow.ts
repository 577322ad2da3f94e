import type { BinnedTable } from './bins.ts'
import { type Histogram, histogramOf, remainder } from './histogram.ts'
import type { Tree } from './model.ts'
import { bestSplit, type Growth, newtonValue, type Split, type Splittable, type Sums } from './split.ts'

/** The rows a tree grows on: first and second derivatives of the loss by row, and which rows and features take part. */
export interface Sample {
  readonly table: BinnedTable
  readonly offsets: Int32Array
  readonly features: Int32Array
  readonly gradients: Float64Array
  readonly hessians: Float64Array
  /** Reordered while growing, so that the rows of a leaf are neighbours. */
  readonly rows: Int32Array
}

interface Leaf extends Splittable {
  readonly node: number
  readonly start: number
  readonly end: number
  readonly split: Split | undefined
}

/**
 * Grows one regression tree on derivatives of a loss, best gain first, with Newton leaf values -G / (H + l2)
 * (Chen and Guestrin, XGBoost, 2016, equations 5 to 7). Monotone constraints bound the values of descendants by the
 * middle of the two sides of each constrained split.
 */
export function growTree(sample: Sample, growth: Growth): Tree {
  const tree = {
    feature: [-1],
    threshold: [0],
    yes: [0],
    no: [0],
    value: [0],
  }
  let open = [rootOf(sample, growth)]
  while (open.length < growth.maxLeaves) {
    const best = bestOf(open)
    if (best?.split === undefined) break
    const children = divide(best, best.split, sample, growth, tree.feature.length)
    tree.feature[best.node] = best.split.feature
    tree.threshold[best.node] = sample.table.edges[best.split.feature]?.[best.split.bin] as number
    tree.yes[best.node] = children[0].node
    tree.no[best.node] = children[1].node
    for (const list of [tree.threshold, tree.yes, tree.no, tree.value]) list.push(0, 0)
    tree.feature.push(-1, -1)
    open = [...open.filter((leaf) => leaf !== best), ...children]
  }
  for (const leaf of open)
    tree.value[leaf.node] = newtonValue(leaf.gradient, leaf.hessian, growth.l2, leaf.low, leaf.high)
  return tree
}

function rootOf(sample: Sample, growth: Growth): Leaf {
  let gradient = 0
  let hessian = 0
  for (const row of sample.rows) {
    gradient += sample.gradients[row] as number
    hessian += sample.hessians[row] as number
  }
  const count = sample.rows.length
  const histogram = histogramWithin(sample, 0, count)
  const root = {
    gradient,
    hessian,
    count,
    node: 0,
    depth: 0,
    start: 0,
    end: count,
    low: Number.NEGATIVE_INFINITY,
    high: Number.POSITIVE_INFINITY,
    histogram,
  }
  return { ...root, split: bestSplit(root, sample.features, sample.offsets, growth) }
}

function bestOf(leaves: readonly Leaf[]): Leaf | undefined {
  let best: Leaf | undefined
  for (const leaf of leaves) {
    if (leaf.split !== undefined && leaf.split.gain > (best?.split?.gain ?? 0)) best = leaf
  }
  return best
}

/** Makes the two children of a leaf; the smaller one's histogram is counted, the other's is what remains. */
function divide(leaf: Leaf, split: Split, sample: Sample, growth: Growth, node: number): [Leaf, Leaf] {
  const middle = partition(leaf, split, sample)
  const leftIsSmaller = middle - leaf.start <= leaf.end - middle
  const small = leftIsSmaller
    ? histogramWithin(sample, leaf.start, middle)
    : histogramWithin(sample, middle, leaf.end)
  const large = remainder(leaf.histogram, small)
  const [lowLeft, highLeft, lowRight, highRight] = boundsOf(leaf, split, growth)
  const depth = leaf.depth + 1
  const left = {
    ...split.left,
    node,
    depth,
    start: leaf.start,
    end: middle,
    low: lowLeft,
    high: highLeft,
    histogram: leftIsSmaller ? small : large,
  }
  const right = {
    ...split.right,
    node: node + 1,
    depth,
    start: middle,
    end: leaf.end,
    low: lowRight,
    high: highRight,
    histogram: leftIsSmaller ? large : small,
  }
  return [
    { ...left, split: bestSplit(left, sample.features, sample.offsets, growth) },
    { ...right, split: bestSplit(right, sample.features, sample.offsets, growth) },
  ]
}

function histogramWithin(sample: Sample, start: number, end: number): Histogram {
  const { table, offsets, features, gradients, hessians, rows } = sample
  return histogramOf(table, offsets, features, gradients, hessians, rows, start, end)
}

/** Moves the rows of a leaf that go left before those that go right, keeping their order; answers where the right begins. */
function partition(leaf: Leaf, split: Split, { table, rows }: Sample): number {
  const bins = table.bins[split.feature] as Uint8Array
  const right: number[] = []
  let next = leaf.start
  for (let i = leaf.start; i < leaf.end; i++) {
    const row = rows[i] as number
    if ((bins[row] as number) <= split.bin) rows[next++] = row
    else right.push(row)
  }
  rows.set(right, next)
  return next
}

function boundsOf(leaf: Leaf, split: Split, growth: Growth): [number, number, number, number] {
  const { low, high } = leaf
  const direction = growth.monotone[split.feature] as number
  if (direction === 0) return [low, high, low, high]
  const value = ({ gradient, hessian }: Sums) => newtonValue(gradient, hessian, growth.l2, low, high)
  const middle = (value(split.left) + value(split.right)) / 2
  return direction > 0 ? [low, middle, middle, high] : [middle, high, low, middle]
}
