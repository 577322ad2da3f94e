import type { Compiled } from './compiled.ts'
import { invalid } from './invalid.ts'
import type { Lookup } from './lookup.ts'

/** What happens to features between the input of a graph and its model: nothing, or an offset and a scale for each. */
export interface Scaling {
  readonly offset: readonly number[]
  readonly scale: readonly number[]
}

/** The way from a value back to the input of the graph; undefined when more than casts and one Scaler lie on it. */
export function scalingOf(lookup: Lookup, name: string): Scaling | 'none' | undefined {
  if (name === lookup.input.name) return 'none'
  const node = lookup.giver(name)?.node
  const from = node?.inputs[0] ?? ''
  if (
    node?.op === 'Identity' ||
    (node?.op === 'Cast' && node.attributes.integer('to', 0) === (lookup.double ? 11 : 1))
  ) {
    return from === name ? undefined : scalingOf(lookup, from)
  }
  if (node?.op !== 'ai.onnx.ml.Scaler' || lookup.double || scalingOf(lookup, from) !== 'none')
    return undefined
  const offset = node.attributes.numbers('offset').values
  const scale = node.attributes.numbers('scale').values
  if (offset.length === 0 || offset.length !== scale.length) {
    throw invalid(`Scaler has ${offset.length} offsets and ${scale.length} scales`)
  }
  return { offset, scale }
}

/** A compiled model that scales its features first, in 32-bit floats. */
export function scaled(inner: Compiled, { offset, scale }: Scaling): Compiled {
  if (offset.length !== 1 && offset.length !== inner.width) {
    throw invalid(`Scaler scales ${offset.length} features, the model has ${inner.width}`)
  }
  const at = (values: readonly number[], i: number) => (values.length === 1 ? values[0] : values[i]) as number
  const offsets = Float64Array.from({ length: inner.width }, (_, i) => at(offset, i))
  const scales = Float64Array.from({ length: inner.width }, (_, i) => at(scale, i))
  const apply = (row: Float64Array, to: Float64Array) => {
    for (let i = 0; i < to.length; i++) {
      to[i] = Math.fround(Math.fround((row[i] as number) - (offsets[i] as number)) * (scales[i] as number))
    }
    return to
  }
  const [first, second] = [new Float64Array(inner.width), new Float64Array(inner.width)]
  const { margin } = inner
  return {
    ...inner,
    run: (row) => inner.run(apply(row, first)),
    margin: margin && {
      unit: margin.unit,
      attribute: (row, reference, by) => margin.attribute(apply(row, first), apply(reference, second), by),
    },
  }
}
