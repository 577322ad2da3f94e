import type { onnx } from 'onnx-proto'
import proto from 'onnx-proto'
import { Attributes } from './attributes.ts'
import { invalid } from './invalid.ts'
import { type ElementType, elementType } from './tensor.ts'

/** An input or output of a graph. A size that the file leaves open is undefined. */
export interface Port {
  readonly name: string
  /** Element type of a tensor; `other` for a type that is not fed here, a sequence or a map. */
  readonly type: ElementType
  readonly shape: readonly (number | undefined)[] | undefined
}

/** One operator. `op` carries its domain unless it is of the main one: `ai.onnx.ml.Scaler`, `Add`. */
export interface Node {
  readonly op: string
  readonly inputs: readonly string[]
  readonly outputs: readonly string[]
  readonly attributes: Attributes
}

/** What an ONNX file says, checked for form; whether it makes sense is for whoever compiles it to find out. */
export interface Graph {
  /** Inputs that a caller must give. */
  readonly inputs: readonly Port[]
  readonly outputs: readonly Port[]
  readonly nodes: readonly Node[]
  readonly constants: ReadonlyMap<string, onnx.ITensorProto>
  readonly metadata: ReadonlyMap<string, string>
}

const mostNodes = 100_000

/**
 * Reads an ONNX file as a stranger's: anything in it may be wrong.
 *
 * @throws HolonError `model-invalid` with what is wrong
 */
export function parse(bytes: Uint8Array): Graph {
  const model = decode(bytes)
  const graph = model.graph
  if (!graph?.node?.length || !graph.output?.length) throw invalid('the file holds no ONNX graph')
  if (graph.node.length > mostNodes) throw invalid(`the graph has ${graph.node.length} operators`)
  const constants = new Map((graph.initializer ?? []).map((tensor) => [tensor.name ?? '', tensor]))
  return {
    inputs: (graph.input ?? []).map(portOf).filter((port) => !constants.has(port.name)),
    outputs: graph.output.map(portOf),
    nodes: graph.node.map(nodeOf),
    constants,
    metadata: new Map((model.metadataProps ?? []).map(({ key, value }) => [key ?? '', value ?? ''])),
  }
}

/** Decodes the bytes of an ONNX file without looking at what they say. */
export function decode(bytes: Uint8Array): onnx.ModelProto {
  try {
    return proto.onnx.ModelProto.decode(bytes)
  } catch (cause) {
    throw invalid(`these ${bytes.length} bytes are not an ONNX file`, undefined, cause)
  }
}

function portOf(value: onnx.IValueInfoProto): Port {
  const tensor = value.type?.tensorType
  return {
    name: value.name ?? '',
    type: elementType(tensor?.elemType),
    shape: tensor?.shape?.dim?.map((dimension) => {
      const size = dimension.dimParam ? undefined : Number(dimension.dimValue ?? 0)
      return size !== undefined && size > 0 ? size : undefined
    }),
  }
}

function nodeOf(node: onnx.INodeProto): Node {
  const domain = node.domain ?? ''
  const op = domain === '' || domain === 'ai.onnx' ? (node.opType ?? '') : `${domain}.${node.opType}`
  return {
    op,
    inputs: node.input ?? [],
    outputs: node.output ?? [],
    attributes: new Attributes(node.opType ?? 'operator', node.attribute ?? []),
  }
}
