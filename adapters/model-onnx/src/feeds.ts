import { type Features, HolonError } from 'holon'
import { invalid } from './invalid.ts'
import type { Graph, Port } from './parse.ts'
import { unusable } from './row.ts'
import type { Feed } from './runner.ts'

/** Names of features and how a row of them becomes the inputs of a graph. */
export interface Feeding {
  readonly names: readonly string[]
  feeds(features: Features): Feed[]
}

/**
 * How to feed a graph: one input of several columns takes the named features in order; otherwise every input takes the
 * feature of its own name.
 *
 * @throws HolonError `model-invalid` for inputs that are no row of features, `model-mismatch` when names are missing or too many
 */
export function feedingOf(graph: Graph, names: readonly string[] | undefined): Feeding {
  const [only, ...others] = graph.inputs
  if (only === undefined) throw invalid('the graph has no input')
  for (const port of graph.inputs) requireRow(port)
  const columns = only.shape?.at(-1)
  if (others.length === 0 && (columns !== 1 || names !== undefined)) {
    const known = namesFor(names, columns)
    return { names: known, feeds: (features) => [feedOf(only, known, features, known)] }
  }
  const inputNames = graph.inputs.map((port) => port.name)
  for (const port of graph.inputs) {
    if ((port.shape?.[1] ?? 1) !== 1)
      throw invalid(`input ${port.name} has more than one column beside other inputs`)
  }
  return {
    names: inputNames,
    feeds: (features) => graph.inputs.map((port) => feedOf(port, [port.name], features, inputNames)),
  }
}

/**
 * Names of the features in the columns of one input.
 *
 * @throws HolonError `model-mismatch` when there are none, or not as many as columns
 */
export function namesFor(
  names: readonly string[] | undefined,
  columns: number | undefined,
): readonly string[] {
  if (names !== undefined && (columns === undefined || names.length === columns)) return names
  throw new HolonError(
    'model-mismatch',
    names === undefined
      ? `the model file does not name its ${columns ?? ''} features`
      : `${names.length} names were given for ${columns} features`,
    'Pass options.features: the names of all features in the order of the columns the model was trained on.',
  )
}

function requireRow({ name, type, shape }: Port): void {
  if (type === 'other')
    throw invalid(
      `input ${name} is of a type that features cannot fill`,
      'Export the model with inputs of numbers, booleans or texts.',
    )
  if (
    shape !== undefined &&
    (shape.length === 0 || shape.length > 2 || (shape.length === 2 && (shape[0] ?? 1) !== 1))
  ) {
    throw invalid(
      `input ${name} of ${shape.length} dimensions is no row of features`,
      'Export the model with inputs of one row.',
    )
  }
}

function feedOf(port: Port, columns: readonly string[], features: Features, all: readonly string[]): Feed {
  const shape = port.shape?.length === 1 ? [columns.length] : [1, columns.length]
  const value = (name: string) => features[name]
  const number = (name: string) => {
    const given = value(name)
    const is = typeof given === 'boolean' ? Number(given) : given
    if (typeof is !== 'number' || !Number.isFinite(is)) throw unusable(name, given, all)
    return is
  }
  const whole = (name: string) => {
    if (Number.isSafeInteger(number(name))) return number(name)
    throw unusable(name, value(name), all, 'a whole number')
  }
  const { name, type } = port
  switch (type) {
    case 'float32':
      return { name, type, shape, data: Float32Array.from(columns, number) }
    case 'float64':
      return { name, type, shape, data: Float64Array.from(columns, number) }
    case 'int32':
      return { name, type, shape, data: Int32Array.from(columns, whole) }
    case 'int64':
      return { name, type, shape, data: BigInt64Array.from(columns, (each) => BigInt(whole(each))) }
    case 'bool':
      return { name, type, shape, data: Uint8Array.from(columns, (each) => Number(number(each) !== 0)) }
    default:
      return { name, type: 'string', shape, data: columns.map((each) => textOf(each, value(each), all)) }
  }
}

function textOf(name: string, value: Features[string] | undefined, all: readonly string[]): string {
  if (typeof value === 'string') return value
  throw unusable(name, value, all, 'a text')
}
