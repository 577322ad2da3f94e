import { type SeededRandom, seededRandom } from 'holon/stats'
import { encodeGraph, mlNode } from './graph.fixture.ts'

/** The shape of a random tree ensemble. */
export interface EnsembleShape {
  readonly seed: number
  readonly classifier: boolean
  /** Classes or targets. */
  readonly outputs: number
  readonly trees: number
  readonly depth: number
  readonly features: number
  readonly post: string
  readonly aggregate: string
  /** Number of base values. */
  readonly base: number
  /** Which comparisons occur. */
  readonly modes: readonly string[]
  readonly missing: boolean
  readonly double: boolean
  /** Which outputs a leaf has weights for. */
  readonly leaves: 'first' | 'all'
  readonly positive: boolean
}

/** A random tree ensemble as the bytes of an ONNX file, and its thresholds, where rows are worth trying. */
export function ensembleOf(shape: EnsembleShape): { bytes: Uint8Array; thresholds: readonly number[] } {
  const random = seededRandom(shape.seed)
  const nodes: TestNode[] = []
  for (let tree = 0; tree < shape.trees; tree++) grow(nodes, shape, random, tree, 0, { next: 0 })
  const leaves = nodes.filter((node) => node.mode === 'LEAF')
  const outputs = shape.leaves === 'first' ? [0] : Array.from({ length: shape.outputs }, (_, i) => i)
  const weights = leaves.flatMap((leaf) =>
    outputs.map((id) => ({ leaf, id, weight: weightOf(shape, random) })),
  )
  const prefix = shape.classifier ? 'class' : 'target'
  const attributes = {
    nodes_treeids: nodes.map(({ tree }) => tree),
    nodes_nodeids: nodes.map(({ id }) => id),
    nodes_featureids: nodes.map(({ feature }) => feature),
    nodes_modes: nodes.map(({ mode }) => mode),
    nodes_values: nodes.map(({ threshold }) => threshold),
    nodes_truenodeids: nodes.map(({ yes }) => yes),
    nodes_falsenodeids: nodes.map(({ no }) => no),
    ...(shape.missing && { nodes_missing_value_tracks_true: nodes.map(({ track }) => track) }),
    [`${prefix}_ids`]: weights.map(({ id }) => id),
    [`${prefix}_nodeids`]: weights.map(({ leaf }) => leaf.id),
    [`${prefix}_treeids`]: weights.map(({ leaf }) => leaf.tree),
    [`${prefix}_weights`]: weights.map(({ weight }) => weight),
    ...(shape.base > 0 && { base_values: Array.from({ length: shape.base }, () => random.next() - 0.5) }),
    post_transform: shape.post,
    ...(shape.classifier
      ? { classlabels_int64s: Array.from({ length: shape.outputs }, (_, i) => i) }
      : { n_targets: shape.outputs, aggregate_function: shape.aggregate }),
  }
  const input = ['x', shape.double ? 11 : 1, 1, shape.features] as const
  const bytes = shape.classifier
    ? encodeGraph({
        nodes: [mlNode('TreeEnsembleClassifier', ['label', 'scores'], attributes)],
        inputs: [input],
        outputs: [
          ['label', 7, 1],
          ['scores', 1, 1, shape.outputs],
        ],
      })
    : encodeGraph({
        nodes: [mlNode('TreeEnsembleRegressor', ['scores'], attributes)],
        inputs: [input],
        outputs: [['scores', 1, 1, shape.outputs]],
      })
  return { bytes, thresholds: nodes.filter(({ mode }) => mode !== 'LEAF').map(({ threshold }) => threshold) }
}

interface TestNode {
  tree: number
  id: number
  feature: number
  mode: string
  threshold: number
  yes: number
  no: number
  track: number
}

function grow(
  nodes: TestNode[],
  shape: EnsembleShape,
  random: SeededRandom,
  tree: number,
  depth: number,
  ids: { next: number },
): number {
  const id = ids.next++
  const node: TestNode = { tree, id, feature: 0, mode: 'LEAF', threshold: 0, yes: 0, no: 0, track: 0 }
  nodes.push(node)
  if (depth === shape.depth || random.next() < 0.2) return id
  node.feature = Math.floor(random.next() * shape.features)
  node.mode = shape.modes[Math.floor(random.next() * shape.modes.length)] ?? 'BRANCH_LEQ'
  node.threshold = Math.fround(
    random.next() < 0.5 ? Math.floor(random.next() * 5) - 2 : random.next() * 4 - 2,
  )
  node.track = random.next() < 0.5 ? 1 : 0
  node.yes = grow(nodes, shape, random, tree, depth + 1, ids)
  node.no = grow(nodes, shape, random, tree, depth + 1, ids)
  return id
}

function weightOf(shape: EnsembleShape, random: SeededRandom): number {
  return Math.fround((random.next() - (shape.positive ? 0 : 0.5)) * (shape.positive ? 0.9 / shape.trees : 1))
}
