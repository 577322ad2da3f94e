import type { Compiled, Margin } from './compiled.ts'
import { treesMargin } from './explain.ts'
import { logistic, postTransform } from './post-transform.ts'
import { compare, type TreeEnsemble } from './trees.ts'
import { walkerOf } from './walk.ts'

/**
 * Compiles a tree ensemble to typed arrays. What it answers is what onnxruntime answers, its peculiarities included;
 * the few shapes for which onnxruntime lets the row decide which classes were scored, or two base values cross over, and
 * the probit transform are not compiled.
 */
export function compileTrees(trees: TreeEnsemble): Compiled | undefined {
  const finish = trees.labels === undefined ? finishRegressor(trees) : finishClassifier(trees)
  if (finish === undefined) return undefined
  const sums = new Float64Array(trees.outputs)
  const sum = summing(trees, sums)
  const { width, double, missing, labels } = trees
  return {
    width,
    double,
    missing,
    labels,
    margin: finish.margin,
    run(row) {
      sum(row)
      finish.apply(sums)
      return sums
    },
  }
}

interface Finish {
  /** Turns sums over trees into the answer, in place. */
  readonly apply: (sums: Float64Array) => void
  readonly margin: Margin | undefined
}

function finishRegressor(trees: TreeEnsemble): Finish | undefined {
  const { outputs, post, aggregate, double } = trees
  if (post === 'PROBIT') return undefined
  const scored = scoring(trees)
  const base = trees.base.map((value, output) => (outputs === 1 || scored[output] === 'always' ? value : 0))
  if (outputs > 1 && trees.base.length > 0 && scored.includes('sometimes')) return undefined
  const additive = outputs === 1 && post === 'NONE' && (aggregate === 'SUM' || aggregate === 'AVERAGE')
  return {
    apply(sums) {
      addBase(sums, base, double)
      // onnxruntime ignores every other transform of a single target.
      if (outputs > 1) postTransform(sums, post)
      roundAll(sums)
    },
    margin: additive ? treesMargin(trees, [1], base[0] ?? 0, 'value') : undefined,
  }
}

function finishClassifier(trees: TreeEnsemble): Finish | undefined {
  const { outputs, post, double } = trees
  if (outputs < 2 || post === 'PROBIT') return undefined
  const scored = scoring(trees)
  if (outputs === 2) {
    if (trees.base.length === 2 || scored.includes('sometimes')) return undefined
    if (scored[1] === 'never') return finishOneScore(trees)
  }
  const base = outputs === 2 && scored[0] === 'never' ? [] : trees.base
  return {
    apply(sums) {
      addBase(sums, base, double)
      postTransform(sums, post)
      roundAll(sums)
    },
    margin: outputs === 2 ? marginOfTwo(trees, base[0] ?? 0) : undefined,
  }
}

/** Two classes, of which only the first has weights: its score is that of the second class. */
function finishOneScore(trees: TreeEnsemble): Finish {
  const { post, double } = trees
  const base = trees.base[0] ?? 0
  const positive = trees.weight.every((weight) => weight >= 0)
  const squeezed = post === 'LOGISTIC'
  return {
    apply(sums) {
      addBase(sums, [base], double)
      const score = sums[0] as number
      sums[0] = squeezed ? logistic(-score) : positive ? 1 - score : -score
      sums[1] = squeezed ? logistic(score) : score
      roundAll(sums)
    },
    margin: treesMargin(trees, [1, 0], base, squeezed ? 'log-odds' : 'value'),
  }
}

function marginOfTwo(trees: TreeEnsemble, base: number): Margin | undefined {
  if (trees.post === 'NONE') return treesMargin(trees, [0, 1], 0, 'value')
  if (trees.post === 'LOGISTIC') return treesMargin(trees, [0, 1], 0, 'log-odds')
  if (trees.post === 'SOFTMAX') return treesMargin(trees, [-1, 1], -base, 'log-odds')
  return undefined
}

/** Whether an output gets a score whatever the row, never, or depending on the row. Without a score it stays 0, base or not. */
function scoring(trees: TreeEnsemble): readonly ('always' | 'never' | 'sometimes')[] {
  const found = new Array<'always' | 'never' | 'sometimes'>(trees.outputs).fill('never')
  for (const [tree, root] of trees.roots.entries()) {
    const end = trees.roots[tree + 1] ?? trees.compare.length
    const leaves = new Int32Array(trees.outputs)
    let count = 0
    for (let node = root; node < end; node++) {
      if (trees.compare[node] !== compare.leaf) continue
      count++
      const outputs = trees.weightOutput.subarray(trees.firstWeight[node], trees.firstWeight[node + 1])
      for (const output of new Set(outputs)) leaves[output] = (leaves[output] as number) + 1
    }
    leaves.forEach((scored, output) => {
      if (scored === count) found[output] = 'always'
      else if (scored > 0 && found[output] === 'never') found[output] = 'sometimes'
    })
  }
  return found
}

/** Fills `sums` with the aggregate over trees of every output. */
function summing(trees: TreeEnsemble, sums: Float64Array): (row: Float64Array) => void {
  if (trees.aggregate === 'MIN' || trees.aggregate === 'MAX') return extreme(trees, sums)
  const single = trees.firstWeight.every((first, index) => first <= (trees.firstWeight[index - 1] ?? 0) + 1)
  const add =
    single && trees.weightOutput.every((output) => output === 0) ? addOne(trees, sums) : addMany(trees, sums)
  if (trees.aggregate === 'SUM') return add
  const count = trees.roots.length
  return (row) => {
    add(row)
    for (let i = 0; i < sums.length; i++) sums[i] = rounded((sums[i] as number) / count, trees.double)
  }
}

function addOne(trees: TreeEnsemble, sums: Float64Array): (row: Float64Array) => void {
  const { walk, origin } = walkerOf(trees)
  const count = trees.roots.length
  const value = Float64Array.from(origin, (node) => trees.weight[trees.firstWeight[node] as number] ?? 0)
  if (trees.double) {
    return (row) => {
      const leaves = walk(row)
      let sum = 0
      for (let tree = 0; tree < count; tree++) sum += value[leaves[tree] as number] as number
      sums.fill(0)
      sums[0] = sum
    }
  }
  return (row) => {
    const leaves = walk(row)
    let sum = 0
    for (let tree = 0; tree < count; tree++)
      sum = Math.fround(sum + (value[leaves[tree] as number] as number))
    sums.fill(0)
    sums[0] = sum
  }
}

function addMany(trees: TreeEnsemble, sums: Float64Array): (row: Float64Array) => void {
  return eachWeight(trees, sums, 0, (sum, weight) => rounded(sum + weight, trees.double))
}

function extreme(trees: TreeEnsemble, sums: Float64Array): (row: Float64Array) => void {
  const better = trees.aggregate === 'MIN' ? Math.min : Math.max
  const none = trees.aggregate === 'MIN' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY
  const each = eachWeight(trees, sums, none, better)
  return (row) => {
    each(row)
    for (let i = 0; i < sums.length; i++) if (sums[i] === none) sums[i] = 0
  }
}

function eachWeight(
  trees: TreeEnsemble,
  sums: Float64Array,
  start: number,
  combine: (sum: number, weight: number) => number,
): (row: Float64Array) => void {
  const { walk, origin } = walkerOf(trees)
  const { firstWeight, weightOutput, weight } = trees
  const count = trees.roots.length
  return (row) => {
    const leaves = walk(row)
    sums.fill(start)
    for (let tree = 0; tree < count; tree++) {
      const node = origin[leaves[tree] as number] as number
      const end = firstWeight[node + 1] as number
      for (let at = firstWeight[node] as number; at < end; at++) {
        const output = weightOutput[at] as number
        sums[output] = combine(sums[output] as number, weight[at] as number)
      }
    }
  }
}

function addBase(sums: Float64Array, base: readonly number[], double: boolean): void {
  for (let i = 0; i < base.length; i++) sums[i] = rounded((sums[i] as number) + (base[i] as number), double)
}

/** Answers leave an ONNX operator as 32-bit floats. */
function roundAll(sums: Float64Array): void {
  for (let i = 0; i < sums.length; i++) sums[i] = Math.fround(sums[i] as number)
}

function rounded(value: number, double: boolean): number {
  return double ? value : Math.fround(value)
}
