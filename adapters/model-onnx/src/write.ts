import { HolonError } from 'holon'
import type { onnx } from 'onnx-proto'
import proto from 'onnx-proto'
import { type Metadata, metadataProps } from './metadata.ts'

/** Boosted trees for a label of 0 or 1: `base` and the leaf of every tree add up to its log-odds. Nodes as flat lists, root first. */
export interface TreesToWrite {
  readonly names: readonly string[]
  readonly base: number
  readonly trees: readonly {
    /** -1 at a leaf. */
    readonly feature: readonly number[]
    /** A row goes to `yes` when its feature is at most this. */
    readonly threshold: readonly number[]
    readonly yes: readonly number[]
    readonly no: readonly number[]
    /** What a leaf adds. */
    readonly value: readonly number[]
  }[]
}

/**
 * A linear model: the intercept and weight times value of every feature add up to the log-odds of a label, or to a number.
 */
export interface LinearToWrite {
  readonly names: readonly string[]
  readonly intercept: number
  readonly weights: readonly number[]
}

/**
 * Boosted trees as the bytes of an ONNX file: a TreeEnsembleClassifier with classes 0 and 1, as other tools write it.
 * The same trees give the same bytes.
 *
 * @example
 * ```ts
 * import { writeFile } from 'node:fs/promises'
 * const stump = { feature: [0, -1, -1], threshold: [30, 0, 0], yes: [1, 0, 0], no: [2, 0, 0], value: [0, -1, 1] }
 * const bytes = writeTrees({ names: ['hours'], base: 0, trees: [stump] }, { name: 'risk', version: '1' })
 * await writeFile('risk.onnx', bytes)
 * ```
 */
export function writeTrees(model: TreesToWrite, about: Omit<Metadata, 'features'>): Uint8Array {
  const { base, trees } = neverAllPositive(model)
  const nodes = trees.flatMap((tree, id) =>
    tree.feature.map((feature, node) => ({ id, node, feature, tree })),
  )
  const leaves = nodes.filter(({ feature }) => feature < 0)
  const entries = (of: (node: (typeof nodes)[number]) => number) => nodes.map(of)
  return modelOf('TreeEnsembleClassifier', model.names, about, [
    floats('base_values', [base]),
    ints(
      'class_ids',
      leaves.map(() => 0),
    ),
    ints(
      'class_nodeids',
      leaves.map(({ node }) => node),
    ),
    ints(
      'class_treeids',
      leaves.map(({ id }) => id),
    ),
    floats(
      'class_weights',
      leaves.map(({ tree, node }) => tree.value[node] as number),
    ),
    ints('classlabels_int64s', [0, 1]),
    ints(
      'nodes_falsenodeids',
      entries(({ tree, node }) => tree.no[node] as number),
    ),
    ints(
      'nodes_featureids',
      entries(({ feature }) => Math.max(feature, 0)),
    ),
    texts(
      'nodes_modes',
      nodes.map(({ feature }) => (feature < 0 ? 'LEAF' : 'BRANCH_LEQ')),
    ),
    ints(
      'nodes_nodeids',
      entries(({ node }) => node),
    ),
    ints(
      'nodes_treeids',
      entries(({ id }) => id),
    ),
    ints(
      'nodes_truenodeids',
      entries(({ tree, node }) => tree.yes[node] as number),
    ),
    floats(
      'nodes_values',
      entries(({ tree, node }) => tree.threshold[node] as number),
    ),
    text('post_transform', 'LOGISTIC'),
  ])
}

/** A linear model as the bytes of an ONNX file: a LinearClassifier with classes 0 and 1. */
export function writeLinear(model: LinearToWrite, about: Omit<Metadata, 'features'>): Uint8Array {
  const { weights, intercept } = model
  return modelOf('LinearClassifier', model.names, about, [
    ints('classlabels_ints', [0, 1]),
    floats('coefficients', [...weights.map((weight) => -weight), ...weights]),
    floats('intercepts', [-intercept, intercept]),
    text('post_transform', 'LOGISTIC'),
  ])
}

/** A linear model of a number as the bytes of an ONNX file: a LinearRegressor with one target. */
export function writeRegression(model: LinearToWrite, about: Omit<Metadata, 'features'>): Uint8Array {
  const attributes = [floats('coefficients', model.weights), floats('intercepts', [model.intercept])]
  return modelOf('LinearRegressor', model.names, about, attributes, [floatPort('value', 1)])
}

/**
 * Older versions of onnxruntime take an ensemble none of whose weights is negative for one of probabilities, and leave
 * LOGISTIC out. A tree of one leaf of -1, and a base higher by 1, say the same with a negative weight.
 */
function neverAllPositive(model: TreesToWrite): Pick<TreesToWrite, 'base' | 'trees'> {
  const negative = ({ feature, value }: TreesToWrite['trees'][number]) =>
    value.some((each, i) => each < 0 && feature[i] === -1)
  if (model.trees.some(negative)) return model
  const below = { feature: [-1], threshold: [0], yes: [0], no: [0], value: [-1] }
  return { base: model.base + 1, trees: [...model.trees, below] }
}

function modelOf(
  opType: string,
  features: readonly string[],
  about: Omit<Metadata, 'features'>,
  attribute: onnx.IAttributeProto[],
  output: readonly onnx.IValueInfoProto[] = labelAndProbabilities,
): Uint8Array {
  const model = {
    irVersion: 8,
    producerName: 'holon',
    opsetImport: [
      { domain: '', version: 17 },
      { domain: 'ai.onnx.ml', version: 3 },
    ],
    metadataProps: metadataProps({ ...about, features }),
    graph: {
      name: about.name ?? 'model',
      node: [
        {
          opType,
          domain: 'ai.onnx.ml',
          name: 'model',
          input: ['features'],
          output: output.map(({ name }) => name ?? ''),
          attribute,
        },
      ],
      input: [floatPort('features', features.length)],
      output: [...output],
    },
  }
  // A copy: protobufjs hands out parts of a shared pool.
  return Uint8Array.from(proto.onnx.ModelProto.encode(model).finish())
}

/** A table of floats with a row for each row of features. */
function floatPort(name: string, columns: number): onnx.IValueInfoProto {
  const shape = { dim: [{ dimParam: 'rows' }, { dimValue: columns }] }
  return { name, type: { tensorType: { elemType: 1, shape } } }
}

const labelAndProbabilities: readonly onnx.IValueInfoProto[] = [
  { name: 'label', type: { tensorType: { elemType: 7, shape: { dim: [{ dimParam: 'rows' }] } } } },
  floatPort('probabilities', 2),
]

function floats(name: string, values: readonly number[]): onnx.IAttributeProto {
  if (values.every((value) => Number.isFinite(Math.fround(value))))
    return { name, type: 6, floats: [...values] }
  throw new HolonError('input-invalid', `${name} holds a number beyond 32-bit floats`, 'Give finite numbers.')
}

function ints(name: string, values: readonly number[]): onnx.IAttributeProto {
  return { name, type: 7, ints: [...values] }
}

function texts(name: string, values: readonly string[]): onnx.IAttributeProto {
  return { name, type: 8, strings: values.map(encode) }
}

function text(name: string, value: string): onnx.IAttributeProto {
  return { name, type: 3, s: encode(value) }
}

function encode(value: string): Uint8Array {
  return new TextEncoder().encode(value)
}
