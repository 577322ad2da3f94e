import { type Features, HolonError } from 'holon'

/** Writes the named features of one decision to a row of numbers, in the order of `names`. */
export type RowReader = (features: Features, row: Float64Array) => Float64Array

/**
 * Makes a reader of rows. Booleans become 0 and 1; numbers are rounded to 32-bit floats unless the model takes doubles.
 *
 * The reader throws HolonError `model-mismatch` for a feature that is missing, text, or not finite; NaN is taken where the
 * model has a way for missing values.
 */
export function rowReader(names: readonly string[], model: { double: boolean; missing: boolean }): RowReader {
  const { double, missing } = model
  const count = names.length
  return (features, row) => {
    for (let i = 0; i < count; i++) {
      const name = names[i] as string
      const value = features[name]
      const number = value === true ? 1 : value === false ? 0 : value
      if (typeof number !== 'number') throw unusable(name, value, names)
      const rounded = double ? number : Math.fround(number)
      if (!Number.isFinite(rounded) && !(missing && Number.isNaN(rounded))) throw unusable(name, value, names)
      row[i] = rounded
    }
    return row
  }
}

/** The error for a feature that a model cannot take. */
export function unusable(
  name: string,
  value: unknown,
  names: readonly string[],
  wanted = 'a finite number or a boolean',
) {
  const said =
    value === undefined ? 'missing' : typeof value === 'string' ? JSON.stringify(value) : String(value)
  return new HolonError(
    'model-mismatch',
    `feature "${name}" is ${said}`,
    `Give ${wanted} for it; the model takes ${names.slice(0, 40).join(', ')}.`,
    { details: { feature: name } },
  )
}
