import { compare, type TreeEnsemble } from './trees.ts'

/** Finds the leaf of every tree for one row. Answers a buffer that the next call overwrites. */
export type Walk = (row: Float64Array) => Int32Array

/** A walk, and the position in the ensemble's lists of every leaf it may answer. */
export interface Walker {
  readonly walk: Walk
  /** Positions in the ensemble's lists by position in the walker's own; the walk answers its own. */
  readonly origin: Int32Array
}

/** The fastest walk that an ensemble allows. */
export function walkerOf(trees: TreeEnsemble): Walker {
  return trees.missing || trees.compare.includes(compare.equal) ? plainWalker(trees) : quickWalker(trees)
}

/**
 * Four trees abreast, so that the processor waits for four memory reads at once, and without a branch that depends on
 * the row: the two children of a node are neighbours, and a leaf is its own child.
 */
function quickWalker(trees: TreeEnsemble): Walker {
  const laid = layOut(trees)
  const { feature, threshold, child, roots } = laid
  const leaves = new Int32Array(roots.length)
  const walk = (row: Float64Array): Int32Array => {
    for (let tree = 0; tree < roots.length; tree += 4) {
      let a = roots[tree] as number
      let b = roots[tree + 1] as number
      let c = roots[tree + 2] as number
      let d = roots[tree + 3] as number
      let [toA, toB, toC, toD] = [
        child[a] as number,
        child[b] as number,
        child[c] as number,
        child[d] as number,
      ]
      while (((toA ^ a) | (toB ^ b) | (toC ^ c) | (toD ^ d)) !== 0) {
        a = toA + Number(!((row[feature[a] as number] as number) <= (threshold[a] as number)))
        b = toB + Number(!((row[feature[b] as number] as number) <= (threshold[b] as number)))
        c = toC + Number(!((row[feature[c] as number] as number) <= (threshold[c] as number)))
        d = toD + Number(!((row[feature[d] as number] as number) <= (threshold[d] as number)))
        toA = child[a] as number
        toB = child[b] as number
        toC = child[c] as number
        toD = child[d] as number
      }
      leaves[tree] = a
      leaves[tree + 1] = b
      leaves[tree + 2] = c
      leaves[tree + 3] = d
    }
    return leaves
  }
  return { walk, origin: laid.origin }
}

/** Nodes in an order where siblings are neighbours, with leaves that lead to themselves; trees filled up to a multiple of four. */
function layOut(trees: TreeEnsemble) {
  const count = trees.compare.length + 1
  const origin = new Int32Array(count)
  const feature = new Int32Array(count)
  const threshold = new Float64Array(count).fill(Number.POSITIVE_INFINITY)
  const child = Int32Array.from({ length: count }, (_, index) => index)
  const roots = new Int32Array(Math.ceil(trees.roots.length / 4) * 4).fill(count - 1)
  let next = 0
  for (const [tree, root] of trees.roots.entries()) {
    roots[tree] = next
    const waiting = [root]
    origin[next++] = root
    const places = [roots[tree] as number]
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      const place = places.pop() as number
      if (trees.compare[node] === compare.leaf) continue
      feature[place] = trees.feature[node] as number
      threshold[place] = trees.threshold[node] as number
      child[place] = next
      for (const below of [trees.yes[node] as number, trees.no[node] as number]) {
        waiting.push(below)
        places.push(next)
        origin[next++] = below
      }
    }
  }
  return { origin, feature, threshold, child, roots }
}

/** Any comparison, and NaN sent where the node says. */
function plainWalker(trees: TreeEnsemble): Walker {
  const { feature, threshold, yes, no, nan, roots } = trees
  const kinds = trees.compare
  const leaves = new Int32Array(roots.length)
  const walk = (row: Float64Array): Int32Array => {
    for (let tree = 0; tree < roots.length; tree++) {
      let node = roots[tree] as number
      for (let kind = kinds[node] as number; kind !== compare.leaf; kind = kinds[node] as number) {
        const value = row[feature[node] as number] as number
        const limit = threshold[node] as number
        if (Number.isNaN(value)) node = nan[node] as number
        else if (kind === compare.equal ? value === limit : value <= limit) node = yes[node] as number
        else node = no[node] as number
      }
      leaves[tree] = node
    }
    return leaves
  }
  return { walk, origin: Int32Array.from({ length: kinds.length }, (_, index) => index) }
}
