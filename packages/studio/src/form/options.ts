import type { Json } from 'holon'
import type { Shape } from './shape.ts'

/** A value a person may choose, and its word. */
export interface Option {
  readonly label: string
  readonly value: Json
}

/** The few values a person may choose from; undefined where they have to write. */
export function optionsOf(shape: Shape): readonly Option[] | undefined {
  if (shape.kind === 'boolean') {
    return [
      { label: 'Yes', value: true },
      { label: 'No', value: false },
    ]
  }
  if (shape.kind === 'choice') return shape.options.map((value) => ({ label: String(value), value }))
  if (shape.kind !== 'number' || !shape.integer) return undefined
  const { least, most } = shape
  if (least === undefined || most === undefined || most - least > 10) return undefined
  return Array.from({ length: most - least + 1 }, (_, index) => ({
    label: String(least + index),
    value: least + index,
  }))
}
