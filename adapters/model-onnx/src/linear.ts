import type { Linear } from './compile-linear.ts'
import { invalid } from './invalid.ts'
import type { Constant, Lookup } from './lookup.ts'
import type { Node } from './parse.ts'
import { isPostTransform, type PostTransform } from './post-transform.ts'
import { labelsOf } from './trees.ts'

/** Weighted sums, and the value that their features come from. */
export interface FoundLinear {
  readonly linear: Linear
  readonly features: string
}

/**
 * The linear model that a value is: LinearClassifier, LinearRegressor, or Gemm, MatMul and Add with Sigmoid or Softmax
 * and the pair of 1 - p and p, as converters write them. Undefined when it is none.
 *
 * @throws HolonError `model-invalid` when sizes contradict each other
 */
export function linearOf(lookup: Lookup, name: string | undefined): FoundLinear | undefined {
  const given = lookup.giver(name)
  if (given === undefined) return undefined
  const { node, output } = given
  switch (node.op) {
    case 'ai.onnx.ml.LinearClassifier':
      return output === 1 ? classifierOf(node) : undefined
    case 'ai.onnx.ml.LinearRegressor':
      return regressorOf(node)
    case 'Gemm':
      return gemmOf(lookup, node)
    case 'MatMul':
      return productOf(lookup, node.inputs[0], node.inputs[1], undefined, false)
    case 'Add':
      return sumOf(lookup, node)
    case 'Sigmoid':
      return finished(sumsOf(lookup, node.inputs[0]), 'sigmoid')
    case 'Softmax':
      return softmaxOf(lookup, node)
    case 'Concat':
      return pairOf(lookup, node)
    default:
      return undefined
  }
}

/** Plain weighted sums; undefined when something was done to them already. */
function sumsOf(lookup: Lookup, name: string | undefined): FoundLinear | undefined {
  const op = lookup.giver(name)?.node.op
  return op === 'Gemm' || op === 'MatMul' || op === 'Add' ? linearOf(lookup, name) : undefined
}

function finished(found: FoundLinear | undefined, finish: Linear['finish'], labels?: readonly string[]) {
  return found && { ...found, linear: { ...found.linear, finish, labels } }
}

function classifierOf(node: Node): FoundLinear | undefined {
  const { attributes } = node
  const labels = labelsOf(node)
  const intercepts = attributes.numbers('intercepts').values
  const post = postOf(node)
  const pair = intercepts.length === 1 && labels.length === 2
  if (post === 'PROBIT') return undefined
  const paired = post === 'LOGISTIC' ? 'sigmoid-pair' : 'pair'
  if (!pair && (intercepts.length !== labels.length || labels.length < 2)) return undefined
  return made(node, attributes.numbers('coefficients').values, intercepts, pair ? paired : post, labels)
}

function regressorOf(node: Node): FoundLinear | undefined {
  const { attributes } = node
  const targets = attributes.integer('targets', 1)
  if (targets < 1 || targets > 100_000) throw invalid(`${node.op} has ${targets} targets`)
  const given = attributes.numbers('intercepts').values
  const intercepts = given.length === targets ? given : new Array<number>(targets).fill(0)
  const post = postOf(node)
  if (post === 'PROBIT') return undefined
  return made(node, attributes.numbers('coefficients').values, intercepts, post, undefined)
}

function made(
  node: Node,
  coefficients: readonly number[],
  intercepts: readonly number[],
  finish: Linear['finish'],
  labels: readonly string[] | undefined,
): FoundLinear {
  const width = coefficients.length / intercepts.length
  if (!Number.isInteger(width) || width < 1) {
    throw invalid(`${node.op} has ${coefficients.length} coefficients for ${intercepts.length} outputs`)
  }
  const linear = {
    labels,
    width,
    weights: Float64Array.from(coefficients),
    intercepts: Float64Array.from(intercepts),
    double: false,
    finish,
  }
  return { linear, features: node.inputs[0] ?? '' }
}

function postOf(node: Node): PostTransform {
  const post = node.attributes.text('post_transform', 'NONE')
  if (isPostTransform(post)) return post
  throw invalid(`${node.op} has the unknown post transform ${post}`)
}

function gemmOf(lookup: Lookup, { inputs, attributes }: Node): FoundLinear | undefined {
  if (attributes.integer('transA', 0) !== 0) return undefined
  if (attributes.number('alpha', 1) !== 1 || attributes.number('beta', 1) !== 1) return undefined
  const added = inputs[2] === undefined ? undefined : lookup.constant(inputs[2])
  if (inputs[2] && added === undefined) return undefined
  return productOf(lookup, inputs[0], inputs[1], added, attributes.integer('transB', 0) === 1)
}

function sumOf(lookup: Lookup, { inputs }: Node): FoundLinear | undefined {
  for (const [sum, other] of [inputs, [...inputs].reverse()]) {
    const added = lookup.constant(other)
    const given = lookup.giver(sum)
    if (added === undefined || given?.node.op !== 'MatMul') continue
    return productOf(lookup, given.node.inputs[0], given.node.inputs[1], added, false)
  }
  return undefined
}

/** Features times a matrix, plus a row of intercepts. `byOutput`: the matrix has a row for each output, else a column. */
function productOf(
  lookup: Lookup,
  features: string | undefined,
  matrix: string | undefined,
  added: Constant | undefined,
  byOutput: boolean,
): FoundLinear | undefined {
  const factor = lookup.constant(matrix)
  if (features === undefined || factor === undefined || factor.shape.length !== 2) return undefined
  const [rows = 0, columns = 0] = factor.shape
  const [width, outputs] = byOutput ? [columns, rows] : [rows, columns]
  if (width < 1 || outputs < 1) return undefined
  if (added !== undefined && added.values.length !== outputs && added.values.length !== 1) return undefined
  const weights = new Float64Array(width * outputs)
  factor.values.forEach((value, at) => {
    const [row, column] = [Math.floor(at / columns), at % columns]
    weights[byOutput ? at : column * width + row] = value
  })
  const intercepts = Float64Array.from(
    { length: outputs },
    (_, i) => added?.values[i] ?? added?.values[0] ?? 0,
  )
  const linear = {
    labels: undefined,
    width,
    weights,
    intercepts,
    double: lookup.double,
    finish: 'NONE' as const,
  }
  return { linear, features }
}

function softmaxOf(lookup: Lookup, { inputs, attributes }: Node): FoundLinear | undefined {
  const axis = attributes.integer('axis', -1)
  const found = sumsOf(lookup, inputs[0])
  if (found === undefined || (axis !== 1 && axis !== -1)) return undefined
  const outputs = found.linear.intercepts.length
  return outputs < 2
    ? undefined
    : finished(
        found,
        'SOFTMAX',
        Array.from({ length: outputs }, (_, i) => String(i)),
      )
}

/** The probabilities 1 - p and p of two classes, side by side. */
function pairOf(lookup: Lookup, { inputs, attributes }: Node): FoundLinear | undefined {
  const axis = attributes.integer('axis', 0)
  const [complement, probability] = inputs
  const subtraction = lookup.giver(complement)?.node
  if (inputs.length !== 2 || (axis !== 1 && axis !== -1) || subtraction?.op !== 'Sub') return undefined
  if (subtraction.inputs[1] !== probability) return undefined
  const from = lookup.constant(subtraction.inputs[0])
  const found = linearOf(lookup, probability)
  if (from?.values.length !== 1 || from.values[0] !== 1 || found?.linear.intercepts.length !== 1)
    return undefined
  return found.linear.finish === 'sigmoid' ? finished(found, 'sigmoid-pair', ['0', '1']) : undefined
}
