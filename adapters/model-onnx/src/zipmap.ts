import proto from 'onnx-proto'
import { decode, type Graph, parse } from './parse.ts'
import { labelsOf } from './trees.ts'

/** A graph whose outputs are tensors, and its bytes. */
export interface TensorGraph {
  readonly graph: Graph
  readonly bytes: Uint8Array
  /** Labels of the classes of a classifier that names them. */
  readonly labels: readonly string[] | undefined
}

/**
 * Takes out the ZipMap that converters put last: it turns probabilities into a sequence of maps, which onnxruntime does not
 * hand to JavaScript.
 */
export function withoutZipMap(graph: Graph, bytes: Uint8Array): TensorGraph {
  const classifier = graph.nodes.find((node) => node.op.endsWith('Classifier') || node.op.endsWith('.ZipMap'))
  const labels = classifier && labelsOf(classifier)
  if (!graph.nodes.some((node) => node.op === 'ai.onnx.ml.ZipMap')) return { graph, bytes, labels }
  const model = decode(bytes)
  const maps = new Map(
    (model.graph?.node ?? [])
      .filter((node) => node.opType === 'ZipMap')
      .map((node) => [node.output?.[0] ?? '', node.input?.[0] ?? '']),
  )
  if (model.graph) {
    model.graph.node = (model.graph.node ?? []).filter((node) => node.opType !== 'ZipMap')
    model.graph.output = (model.graph.output ?? []).map((port) => {
      const source = maps.get(port.name ?? '')
      return source === undefined ? port : { name: source, type: { tensorType: { elemType: 1 } } }
    })
  }
  const stripped = Uint8Array.from(proto.onnx.ModelProto.encode(model).finish())
  return { graph: parse(stripped), bytes: stripped, labels }
}
