import type { onnx } from 'onnx-proto'
import proto from 'onnx-proto'

/** A graph to encode for a test; shapes of undefined sizes stay open. */
export interface TestGraph {
  readonly nodes: readonly onnx.INodeProto[]
  readonly inputs: readonly TestPort[]
  readonly outputs: readonly TestPort[]
  readonly constants?: readonly onnx.ITensorProto[]
  readonly metadata?: Readonly<Record<string, string>>
}

/** Name, number of the element type (1 float, 7 int64, 8 text, 11 double) and sizes. */
export type TestPort = readonly [name: string, type: number, ...shape: (number | undefined)[]]

/** The bytes of an ONNX file with this graph. */
export function encodeGraph(graph: TestGraph): Uint8Array {
  const port = ([name, elemType, ...shape]: TestPort) => ({
    name,
    type: {
      tensorType: {
        elemType,
        shape: { dim: shape.map((size) => (size === undefined ? { dimParam: 'any' } : { dimValue: size })) },
      },
    },
  })
  const model = {
    irVersion: 8,
    opsetImport: [
      { domain: '', version: 17 },
      { domain: 'ai.onnx.ml', version: 3 },
    ],
    metadataProps: Object.entries(graph.metadata ?? {}).map(([key, value]) => ({ key, value })),
    graph: {
      name: 'test',
      node: [...graph.nodes],
      input: graph.inputs.map(port),
      output: graph.outputs.map(port),
      initializer: [...(graph.constants ?? [])],
    },
  }
  return Uint8Array.from(proto.onnx.ModelProto.encode(model).finish())
}

/** A node of ai.onnx.ml from plain attributes: numbers and lists of them as floats where `floats` names them, else as integers. */
export function mlNode(
  opType: string,
  outputs: readonly string[],
  attributes: Readonly<Record<string, number | string | readonly number[] | readonly string[]>>,
  input = 'x',
): onnx.INodeProto {
  const attribute = Object.entries(attributes).map(([name, value]) => attributeOf(name, value))
  return { opType, domain: 'ai.onnx.ml', input: [input], output: [...outputs], attribute }
}

const floats = /values|weights|coefficients|intercepts|offset|scale/
const utf8 = new TextEncoder()

function attributeOf(
  name: string,
  value: number | string | readonly number[] | readonly string[],
): onnx.IAttributeProto {
  if (typeof value === 'string') return { name, type: 3, s: utf8.encode(value) }
  if (typeof value === 'number') return { name, type: 2, i: value }
  if (value.some((each) => typeof each === 'string')) {
    return { name, type: 8, strings: value.map((each) => utf8.encode(String(each))) }
  }
  const numbers = value.map(Number)
  return floats.test(name) ? { name, type: 6, floats: numbers } : { name, type: 7, ints: numbers }
}

/** A node of the main domain. */
export function plainNode(
  opType: string,
  input: string[],
  output: string[],
  attribute: onnx.IAttributeProto[] = [],
): onnx.INodeProto {
  return { opType, input, output, attribute }
}
