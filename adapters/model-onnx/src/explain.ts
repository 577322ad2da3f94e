import type { Margin } from './compiled.ts'
import { compare, type TreeEnsemble } from './trees.ts'

/** Deeper trees than this are not explained: the walk recurses. */
const deepest = 1000

/**
 * The additive scale of a tree ensemble: the sum over outputs of `select` times output, plus `base`.
 *
 * Attribution is exact: the Shapley value of each feature in the game where a coalition's features come from the row and
 * the others from the reference (interventional TreeSHAP with one reference row; Lundberg et al., From local
 * explanations to global understanding with explainable AI for trees, Nature Machine Intelligence 2020, algorithm 3).
 * Features on which row and reference take the same way everywhere get 0.
 */
export function treesMargin(
  trees: TreeEnsemble,
  select: readonly number[],
  base: number,
  unit: Margin['unit'],
): Margin | undefined {
  if (depthOf(trees) > deepest) return undefined
  const value = leafValues(trees, select)
  const shapley = shapleyWeights()
  const state = new Uint8Array(trees.width)
  const path = new Int32Array(deepest)
  return {
    unit,
    attribute(row, reference, by) {
      by.fill(0)
      let start = base
      const visit = (node: number, length: number, fromRow: number): void => {
        if (trees.compare[node] === compare.leaf) {
          const leaf = value[node] as number
          if (fromRow === 0) start += leaf
          share(leaf, length, fromRow)
          return
        }
        const feature = trees.feature[node] as number
        const known = state[feature] as number
        const byRow = next(trees, node, row[feature] as number)
        const byReference = next(trees, node, reference[feature] as number)
        if (byRow === byReference || known !== 0) {
          visit(known === 2 ? byReference : byRow, length, fromRow)
          return
        }
        path[length] = feature
        state[feature] = 1
        visit(byRow, length + 1, fromRow + 1)
        state[feature] = 2
        visit(byReference, length + 1, fromRow)
        state[feature] = 0
      }
      const share = (leaf: number, length: number, fromRow: number): void => {
        const gain = fromRow > 0 ? leaf * shapley(fromRow, length - fromRow) : 0
        const loss = fromRow < length ? leaf * shapley(length - fromRow, fromRow) : 0
        for (let i = 0; i < length; i++) {
          const feature = path[i] as number
          by[feature] = (by[feature] as number) + (state[feature] === 1 ? gain : -loss)
        }
      }
      for (const root of trees.roots) visit(root, 0, 0)
      return start
    },
  }
}

function next(trees: TreeEnsemble, node: number, value: number): number {
  if (Number.isNaN(value)) return trees.nan[node] as number
  const limit = trees.threshold[node] as number
  const holds = trees.compare[node] === compare.equal ? value === limit : value <= limit
  return (holds ? trees.yes[node] : trees.no[node]) as number
}

/** What each leaf adds to the margin. */
function leafValues(trees: TreeEnsemble, select: readonly number[]): Float64Array {
  const scale = trees.aggregate === 'AVERAGE' ? 1 / trees.roots.length : 1
  return Float64Array.from(trees.compare, (_, node) => {
    let sum = 0
    for (let at = trees.firstWeight[node] as number; at < (trees.firstWeight[node + 1] as number); at++) {
      sum += (trees.weight[at] as number) * (select[trees.weightOutput[at] as number] as number)
    }
    return sum * scale
  })
}

/** (own - 1)! other! / (own + other)!: the share of a leaf that each of `own` features needed for it gets. */
function shapleyWeights(): (own: number, other: number) => number {
  const known: number[][] = []
  return (own, other) => {
    known[own] ??= []
    const row = known[own] as number[]
    row[other] ??= Array.from({ length: other }, (_, i) => (i + 1) / (own + i + 1)).reduce(
      (a, b) => a * b,
      1 / own,
    )
    return row[other] as number
  }
}

function depthOf(trees: TreeEnsemble): number {
  let deepestSeen = 0
  const depth = new Int32Array(trees.compare.length)
  for (const root of trees.roots) {
    const waiting = [root]
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      const below = (depth[node] as number) + 1
      if (trees.compare[node] === compare.leaf) continue
      for (const child of [trees.yes[node] as number, trees.no[node] as number]) {
        depth[child] = below
        deepestSeen = Math.max(deepestSeen, below)
        waiting.push(child)
      }
    }
  }
  return deepestSeen
}
