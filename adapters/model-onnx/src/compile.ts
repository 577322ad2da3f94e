import { compileLinear } from './compile-linear.ts'
import { compileTrees } from './compile-trees.ts'
import type { Compiled } from './compiled.ts'
import { invalid } from './invalid.ts'
import { linearOf } from './linear.ts'
import { type Lookup, lookUp } from './lookup.ts'
import type { Graph, Node } from './parse.ts'
import { scaled, scalingOf } from './scaling.ts'
import { labelsOf, readTrees } from './trees.ts'

/** Longer chains of operators than this are left to onnxruntime. */
const longest = 16

/**
 * Compiles a graph that is, apart from casts, a scaler and such, one linear model or one tree ensemble over a row.
 *
 * @returns undefined for any other graph
 * @throws HolonError `model-invalid` for a linear model or tree ensemble that contradicts itself
 */
export function compile(graph: Graph): Compiled | undefined {
  const lookup = lookUp(graph)
  if (lookup === undefined) return undefined
  for (const { name } of graph.outputs) {
    const compiled = answerOf(lookup, name, longest)
    if (compiled !== undefined) return compiled
  }
  return undefined
}

function answerOf(lookup: Lookup, name: string | undefined, steps: number): Compiled | undefined {
  const given = lookup.giver(name)
  if (given === undefined || steps === 0) return undefined
  const { node, output } = given
  const before = () => answerOf(lookup, node.inputs[0], steps - 1)
  switch (node.op) {
    case 'Identity':
      return before()
    case 'Cast':
      return [1, 11].includes(node.attributes.integer('to', 0)) ? before() : undefined
    case 'Mul':
      return isOne(lookup, node.inputs[1]) ? before() : undefined
    case 'ai.onnx.ml.ZipMap':
      return named(before(), labelsOf(node))
    case 'ai.onnx.ml.Normalizer':
      return node.attributes.text('norm', 'MAX') === 'L1' ? normalized(before()) : undefined
    case 'ai.onnx.ml.TreeEnsembleClassifier':
      return output === 1 ? treesOf(lookup, node) : undefined
    case 'ai.onnx.ml.TreeEnsembleRegressor':
      return treesOf(lookup, node)
    default: {
      const found = linearOf(lookup, name)
      return found && overFeatures(lookup, found.features, compileLinear(found.linear), true)
    }
  }
}

function treesOf(lookup: Lookup, node: Node): Compiled | undefined {
  if (node.attributes.has('nodes_values_as_tensor') && !lookup.double) return undefined
  const compiled = compileTrees(readTrees(node, lookup.double))
  return compiled && overFeatures(lookup, node.inputs[0] ?? '', compiled, false)
}

/** The model as one over whole rows. `exact`: it needs every feature there is; otherwise some may go unused. */
function overFeatures(
  lookup: Lookup,
  features: string,
  compiled: Compiled,
  exact: boolean,
): Compiled | undefined {
  const scaling = scalingOf(lookup, features)
  if (scaling === undefined) return undefined
  const width = lookup.width ?? (scaling === 'none' ? compiled.width : scaling.offset.length)
  if (exact ? compiled.width !== width : compiled.width > width) {
    throw invalid(`the model takes ${compiled.width} features of rows that have ${width}`)
  }
  const whole = { ...compiled, width }
  return scaling === 'none' ? whole : scaled(whole, scaling)
}

function isOne(lookup: Lookup, name: string | undefined): boolean {
  const factor = lookup.constant(name)
  return factor?.values.length === 1 && factor.values[0] === 1
}

function named(compiled: Compiled | undefined, labels: readonly string[]): Compiled | undefined {
  if (compiled?.labels !== undefined && compiled.labels.length !== labels.length) {
    throw invalid(`ZipMap names ${labels.length} classes of ${compiled.labels.length}`)
  }
  return compiled && { ...compiled, labels }
}

/** Divides outputs by the sum of their sizes. */
function normalized(compiled: Compiled | undefined): Compiled | undefined {
  return (
    compiled && {
      ...compiled,
      margin: undefined,
      run(row) {
        const out = compiled.run(row)
        let sum = 0
        for (let i = 0; i < out.length; i++) sum = Math.fround(sum + Math.abs(out[i] as number))
        if (sum !== 0) for (let i = 0; i < out.length; i++) out[i] = Math.fround((out[i] as number) / sum)
        return out
      },
    }
  )
}
