import { invalid } from './invalid.ts'
import type { Node } from './parse.ts'
import { isPostTransform, type PostTransform } from './post-transform.ts'

/** How a node compares: a leaf does not, every inequality is turned into "at most", the rest into "equal". */
export const compare = { leaf: 0, atMost: 1, equal: 2 } as const

/** A tree ensemble operator, checked, with its nodes as lists. Children are positions in these lists. */
export interface TreeEnsemble {
  /** Class labels of a classifier; undefined for a regressor. */
  readonly labels: readonly string[] | undefined
  /** Number of classes or targets. */
  readonly outputs: number
  readonly post: PostTransform
  readonly aggregate: 'SUM' | 'AVERAGE' | 'MIN' | 'MAX'
  readonly base: readonly number[]
  /** Whether numbers are compared and summed as doubles rather than 32-bit floats. */
  readonly double: boolean
  /** One more than the highest feature looked at. */
  readonly width: number
  readonly roots: Int32Array
  readonly compare: Uint8Array
  readonly feature: Int32Array
  readonly threshold: Float64Array
  readonly yes: Int32Array
  readonly no: Int32Array
  /** Where NaN goes. */
  readonly nan: Int32Array
  /** Whether some node sends NaN elsewhere than its comparison would. */
  readonly missing: boolean
  /** Weights of leaf `n` are those from `firstWeight[n]` up to `firstWeight[n + 1]`. */
  readonly firstWeight: Int32Array
  readonly weightOutput: Int32Array
  readonly weight: Float64Array
}

const mostTreeNodes = 5_000_000
const mostFeatures = 1_000_000
const modes = [
  'BRANCH_LEQ',
  'BRANCH_LT',
  'BRANCH_GTE',
  'BRANCH_GT',
  'BRANCH_EQ',
  'BRANCH_NEQ',
  'LEAF',
] as const
const aggregates = ['SUM', 'AVERAGE', 'MIN', 'MAX'] as const

/**
 * Reads a TreeEnsembleClassifier or TreeEnsembleRegressor of ai.onnx.ml version 1 or 3.
 *
 * @param double whether the operator is given doubles
 * @throws HolonError `model-invalid` for lists of unequal length, nodes that do not exist, cycles, leaves without weight
 */
export function readTrees(node: Node, double: boolean): TreeEnsemble {
  const { attributes } = node
  const classifier = node.op === 'ai.onnx.ml.TreeEnsembleClassifier'
  const labels = classifier ? labelsOf(node) : undefined
  const outputs = labels?.length ?? attributes.integer('n_targets', 1)
  if (outputs < 1 || outputs > 100_000) throw invalid(`${node.op} has ${outputs} outputs`)
  const post = attributes.text('post_transform', 'NONE')
  if (!isPostTransform(post)) throw invalid(`${node.op} has the unknown post transform ${post}`)
  const aggregate = aggregates.find((each) => each === attributes.text('aggregate_function', 'SUM'))
  if (aggregate === undefined) throw invalid(`${node.op} has an unknown aggregate function`)
  const base = attributes.numbers('base_values').values
  const one = classifier && outputs === 2
  if (base.length !== 0 && base.length !== outputs && !(one && base.length === 1)) {
    throw invalid(`${node.op} has ${base.length} base values for ${outputs} outputs`)
  }
  const index = indexNodes(node)
  const comparisons = readComparisons(node, index, double)
  return {
    labels,
    outputs,
    post,
    aggregate: classifier ? 'SUM' : aggregate,
    base,
    double,
    roots: index.roots,
    ...comparisons,
    ...readWeights(node, index, comparisons.compare, outputs, classifier ? 'class' : 'target'),
  }
}

/** Class labels of a classifier as text. */
export function labelsOf({ op, attributes }: Node): readonly string[] {
  const texts = attributes.texts('classlabels_strings')
  if (texts.length > 0) return texts
  const name = op.endsWith('LinearClassifier') ? 'classlabels_ints' : 'classlabels_int64s'
  return attributes.integers(name).map(String)
}

interface NodeIndex {
  readonly count: number
  readonly roots: Int32Array
  /** Position of a node in the lists, by tree and number in the tree. */
  readonly find: (tree: number, node: number) => number | undefined
  readonly treeOf: readonly number[]
}

function indexNodes({ op, attributes }: Node): NodeIndex {
  const treeOf = attributes.integers('nodes_treeids')
  const nodeOf = attributes.integers('nodes_nodeids')
  const count = treeOf.length
  if (count === 0 || count > mostTreeNodes) throw invalid(`${op} has ${count} tree nodes`)
  if (nodeOf.length !== count)
    throw invalid(`${op} has ${count} tree nodes and ${nodeOf.length} numbers of nodes`)
  const trees = new Map<number, Map<number, number>>()
  const roots: number[] = []
  for (let i = 0; i < count; i++) {
    const tree = treeOf[i] as number
    if (i === 0 || tree !== treeOf[i - 1]) {
      if (trees.has(tree)) throw invalid(`${op} does not list the nodes of tree ${tree} together`)
      trees.set(tree, new Map())
      roots.push(i)
    }
    const numbers = trees.get(tree) as Map<number, number>
    const number = nodeOf[i] as number
    if (numbers.has(number)) throw invalid(`${op} has node ${number} of tree ${tree} twice`)
    numbers.set(number, i)
  }
  return { count, roots: Int32Array.from(roots), treeOf, find: (tree, node) => trees.get(tree)?.get(node) }
}

function readComparisons(node: Node, index: NodeIndex, double: boolean) {
  const { op, attributes } = node
  const { count } = index
  const list = (name: string) => sameLength(op, name, attributes.integers(name), count)
  const mode = sameLength(op, 'nodes_modes', attributes.texts('nodes_modes'), count)
  const features = list('nodes_featureids')
  const values = sameLength(op, 'nodes_values', attributes.numbers('nodes_values').values, count)
  const whenTrue = list('nodes_truenodeids')
  const whenFalse = list('nodes_falsenodeids')
  const tracks = attributes.integers('nodes_missing_value_tracks_true')
  const made = {
    compare: new Uint8Array(count),
    feature: new Int32Array(count),
    threshold: new Float64Array(count),
    yes: new Int32Array(count),
    no: new Int32Array(count),
    nan: new Int32Array(count),
  }
  let width = 1
  let missing = false
  const parents = new Uint8Array(count)
  for (let i = 0; i < count; i++) {
    const name = modes.find((each) => each === mode[i])
    if (name === undefined) throw invalid(`${op} has the unknown node mode ${mode[i]}`)
    if (name === 'LEAF') continue
    const feature = features[i] as number
    if (feature < 0 || feature >= mostFeatures) throw invalid(`${op} looks at feature number ${feature}`)
    width = Math.max(width, feature + 1)
    const child = (number: number | undefined) => childOf(op, index, i, number as number, parents)
    const [onTrue, onFalse] = [child(whenTrue[i]), child(whenFalse[i])]
    const tracked = tracks[i] === 1
    const swapped = name === 'BRANCH_GT' || name === 'BRANCH_GTE' || name === 'BRANCH_NEQ'
    const strict = name === 'BRANCH_LT' || name === 'BRANCH_GTE'
    made.compare[i] = name === 'BRANCH_EQ' || name === 'BRANCH_NEQ' ? compare.equal : compare.atMost
    made.feature[i] = feature
    made.threshold[i] = strict ? below(values[i] as number, double) : (values[i] as number)
    made.yes[i] = swapped ? onFalse : onTrue
    made.no[i] = swapped ? onTrue : onFalse
    made.nan[i] = tracked || name === 'BRANCH_NEQ' ? onTrue : onFalse
    missing ||= tracked
  }
  for (const root of index.roots) {
    if (parents[root] !== 0) throw invalid(`${op} has a cycle in tree ${index.treeOf[root]}`)
  }
  return { ...made, width, missing }
}

function childOf(op: string, index: NodeIndex, parent: number, number: number, parents: Uint8Array): number {
  const tree = index.treeOf[parent] as number
  const found = index.find(tree, number)
  if (found === undefined) throw invalid(`${op} points to node ${number} of tree ${tree}, which is not there`)
  if (parents[found] !== 0) throw invalid(`${op} points to node ${number} of tree ${tree} twice`)
  parents[found] = 1
  return found
}

function readWeights(
  node: Node,
  index: NodeIndex,
  kinds: Uint8Array,
  outputs: number,
  prefix: 'class' | 'target',
) {
  const { op, attributes } = node
  const ids = attributes.integers(`${prefix}_ids`)
  const nodeIds = sameLength(op, `${prefix}_nodeids`, attributes.integers(`${prefix}_nodeids`), ids.length)
  const treeIds = sameLength(op, `${prefix}_treeids`, attributes.integers(`${prefix}_treeids`), ids.length)
  const weights = sameLength(
    op,
    `${prefix}_weights`,
    attributes.numbers(`${prefix}_weights`).values,
    ids.length,
  )
  const leafOf = ids.map((id, i) => {
    if (id < 0 || id >= outputs) throw invalid(`${op} has a weight for output ${id} of ${outputs}`)
    if (!Number.isFinite(weights[i])) throw invalid(`${op} has a leaf weight of ${weights[i]}`)
    const leaf = index.find(treeIds[i] as number, nodeIds[i] as number)
    if (leaf === undefined)
      throw invalid(`${op} has a weight for node ${nodeIds[i]} of tree ${treeIds[i]}, which is not there`)
    return leaf
  })
  const firstWeight = new Int32Array(index.count + 1)
  // Old converters also wrote weights for inner nodes; onnxruntime ignores those.
  const kept = [...leafOf.keys()].filter((i) => kinds[leafOf[i] as number] === compare.leaf)
  for (const i of kept)
    firstWeight[(leafOf[i] as number) + 1] = (firstWeight[(leafOf[i] as number) + 1] as number) + 1
  for (let i = 0; i < index.count; i++) {
    if (kinds[i] === compare.leaf && firstWeight[i + 1] === 0)
      throw invalid(`${op} has a leaf without weight in tree ${index.treeOf[i]}`)
    firstWeight[i + 1] = (firstWeight[i + 1] as number) + (firstWeight[i] as number)
  }
  const next = firstWeight.slice()
  const weightOutput = new Int32Array(kept.length)
  const weight = new Float64Array(kept.length)
  for (const i of kept) {
    const at = next[leafOf[i] as number] as number
    next[leafOf[i] as number] = at + 1
    weightOutput[at] = ids[i] as number
    weight[at] = weights[i] as number
  }
  return { firstWeight, weightOutput, weight }
}

function sameLength<T>(op: string, name: string, values: readonly T[], count: number): readonly T[] {
  if (values.length === count) return values
  throw invalid(`${op} has ${values.length} entries in ${name}, where ${count} belong`)
}

/** The next lower number, so that "less than t" is "at most the number below t". */
function below(value: number, double: boolean): number {
  if (value === Number.NEGATIVE_INFINITY) return Number.NaN
  const view = new DataView(new ArrayBuffer(8))
  if (double) {
    view.setFloat64(0, value === 0 ? -0 : value)
    const bits = view.getBigInt64(0)
    view.setBigInt64(0, value > 0 ? bits - 1n : bits + 1n)
    return view.getFloat64(0)
  }
  view.setFloat32(0, value === 0 ? -0 : value)
  const bits = view.getInt32(0)
  view.setInt32(0, value > 0 ? bits - 1 : bits + 1)
  return view.getFloat32(0)
}
