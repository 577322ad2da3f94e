/** One observation: of `y` at `x`, within a block of observations that share what x does not explain: one seed, one day. */
export interface Observation {
  readonly x: number
  readonly y: number
  readonly block?: number | string
}

/** Deviations from the mean of each block: what is left when every block has a level of its own. */
export function withinBlocks(
  values: ArrayLike<number>,
  blocks: readonly (readonly number[])[],
): Float64Array {
  const centred = Float64Array.from(values)
  for (const block of blocks) {
    const mean = block.reduce((sum, i) => sum + (values[i] ?? 0), 0) / block.length
    for (const i of block) centred[i] = (values[i] ?? 0) - mean
  }
  return centred
}

/** The places of the observations of each block. */
export function blocksOf(observations: readonly Observation[]): readonly (readonly number[])[] {
  const places = observations.map((_, i) => i)
  return [...Map.groupBy(places, (i) => observations[i]?.block ?? '').values()]
}

/** The sum of products. */
export function product(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0)
  return sum
}

/** What is left of `values` when as much of a direction of length 1 as it holds is taken away. */
export function without(values: Float64Array, direction: Float64Array): Float64Array {
  const share = product(values, direction)
  return values.map((value, i) => value - share * (direction[i] ?? 0))
}

/** The same direction with length 1. */
export function unit(values: Float64Array): Float64Array {
  const length = Math.sqrt(product(values, values))
  return values.map((value) => value / length)
}
