import { type Features, HolonError } from 'holon'

/**
 * How one field of a row becomes features, as data that can be stored beside a model.
 *
 * - `number`: the field itself, a number or a boolean.
 * - `one-hot`: a boolean for each listed value, named `field=value`; any other value makes all of them false.
 * - `order`: a rank for each listed value; any other value becomes `otherwise`. Ranks are stated, never learned from labels.
 */
export type Encoder =
  | { readonly kind: 'number'; readonly field: string }
  | { readonly kind: 'one-hot'; readonly field: string; readonly values: readonly string[] }
  | {
      readonly kind: 'order'
      readonly field: string
      readonly ranks: Readonly<Record<string, number>>
      readonly otherwise: number
    }

/** Names of the features that encoders give, in order. */
export function encodedNames(encoders: readonly Encoder[]): readonly string[] {
  return encoders.flatMap((encoder) =>
    encoder.kind === 'one-hot' ? encoder.values.map((value) => `${encoder.field}=${value}`) : [encoder.field],
  )
}

/**
 * Encodes a row of fields as numeric and boolean features.
 *
 * @throws HolonError `data-invalid` when a field is missing or of the wrong type
 * @example
 * ```ts
 * encode([{ kind: 'one-hot', field: 'work', values: ['private', 'state'] }], { work: 'state' })
 * // { 'work=private': false, 'work=state': true }
 * ```
 */
export function encode(encoders: readonly Encoder[], row: Features): Record<string, number | boolean> {
  const features: Record<string, number | boolean> = {}
  for (const encoder of encoders) {
    const value = row[encoder.field]
    if (encoder.kind === 'number') features[encoder.field] = numeric(encoder.field, value)
    else if (encoder.kind === 'order')
      features[encoder.field] = rank(encoder.ranks, text(encoder.field, value)) ?? encoder.otherwise
    else {
      const is = text(encoder.field, value)
      for (const known of encoder.values) features[`${encoder.field}=${known}`] = is === known
    }
  }
  return features
}

function rank(ranks: Readonly<Record<string, number>>, value: string): number | undefined {
  return Object.hasOwn(ranks, value) ? ranks[value] : undefined
}

function numeric(field: string, value: Features[string] | undefined): number | boolean {
  if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) return value
  throw mistyped(field, value, 'a finite number or a boolean')
}

function text(field: string, value: Features[string] | undefined): string {
  if (typeof value === 'string') return value
  throw mistyped(field, value, 'a text')
}

function mistyped(field: string, value: unknown, wanted: string): HolonError {
  return new HolonError(
    'data-invalid',
    `field "${field}" is ${value === undefined ? 'missing' : JSON.stringify(value)}`,
    `Give ${wanted}; say "unknown" in words or by a flag where the value is not known.`,
  )
}
