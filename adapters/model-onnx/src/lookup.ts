import type { Graph, Node, Port } from './parse.ts'
import { numbersOf, shapeOf } from './tensor.ts'

/** A graph over one row of features, to look things up in. */
export interface Lookup {
  readonly graph: Graph
  /** The operator that gives a value, and as which of its outputs. */
  giver(name: string | undefined): { readonly node: Node; readonly output: number } | undefined
  /** Numbers and sizes of a constant of floats or doubles; undefined when the value is none. */
  constant(name: string | undefined): Constant | undefined
  readonly input: Port
  /** Features of a row, where the file says. */
  readonly width: number | undefined
  /** Whether the features are doubles. */
  readonly double: boolean
}

/** A tensor stored in the file. */
export interface Constant {
  readonly values: readonly number[]
  readonly shape: readonly number[]
}

/** Undefined when the graph is over anything but rows of floats or doubles in one tensor. */
export function lookUp(graph: Graph): Lookup | undefined {
  const [input, ...others] = graph.inputs
  if (input === undefined || others.length > 0) return undefined
  if (input.type !== 'float32' && input.type !== 'float64') return undefined
  if (input.shape !== undefined && (input.shape.length !== 2 || (input.shape[0] ?? 1) !== 1)) return undefined
  const givers = new Map(
    graph.nodes.flatMap((node) => node.outputs.map((name, output) => [name, { node, output }] as const)),
  )
  return {
    graph,
    input,
    width: input.shape?.[1],
    double: input.type === 'float64',
    giver: (name) => givers.get(name ?? ''),
    constant(name) {
      const tensor = graph.constants.get(name ?? '')
      return tensor && { values: numbersOf(tensor, `constant ${name}`).values, shape: shapeOf(tensor) }
    },
  }
}
