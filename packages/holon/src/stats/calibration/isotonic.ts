import { HolonError } from '../../spec/error.ts'
import type { Calibration } from '../../spec/model.ts'
import { requirePaired } from '../argument.ts'

/** How to fit: weights per value (1 each unless given), bounds to clip to, and the direction. */
export interface IsotonicOptions {
  readonly weights?: readonly number[]
  readonly lower?: number
  readonly upper?: number
  readonly decreasing?: boolean
}

/**
 * The monotone sequence nearest to `values` in weighted least squares, by pooling adjacent violators (M. Ayer
 * and others, 1955). Linear time.
 *
 * @example
 * ```ts
 * isotonicRegression([3, 7, 5]) // [3, 6, 6]
 * ```
 */
export function isotonicRegression(values: readonly number[], options: IsotonicOptions = {}): number[] {
  const { weights, lower = -Infinity, upper = Infinity, decreasing = false } = options
  if (weights !== undefined) requirePaired(values, weights)
  if (weights?.some((weight) => !(weight > 0))) {
    throw new HolonError('input-invalid', 'a weight is not above 0', 'Leave out rows without weight.')
  }
  const sign = decreasing ? -1 : 1
  const blocks: Block[] = []
  for (const [i, value] of values.entries()) {
    let block: Block = { mean: sign * value, weight: weights?.[i] ?? 1, length: 1 }
    for (let last = blocks.at(-1); last !== undefined && last.mean > block.mean; last = blocks.at(-1)) {
      block = pool(last, block)
      blocks.pop()
    }
    blocks.push(block)
  }
  return blocks.flatMap(({ mean, length }) =>
    new Array<number>(length).fill(Math.min(upper, Math.max(lower, sign * mean))),
  )
}

/**
 * Fits the isotonic calibration of a model's probabilities on labelled rows (0 or 1): rows of equal
 * probability are averaged, and of each flat stretch only its two ends are kept. Wants a thousand rows or so;
 * with fewer, Platt's sigmoid holds better.
 */
export function fitIsotonic(
  probabilities: readonly number[],
  labels: readonly number[],
  weights?: readonly number[],
): Extract<Calibration, { method: 'isotonic' }> {
  const points = averageTies(probabilities, labels, weights)
  const fit = isotonicRegression(
    points.map((point) => point.mean),
    { weights: points.map((point) => point.weight), lower: 0, upper: 1 },
  )
  const isKnot = (_: unknown, i: number): boolean => fit[i - 1] !== fit[i] || fit[i + 1] !== fit[i]
  return {
    method: 'isotonic',
    x: points.map((point) => point.at).filter(isKnot),
    y: fit.filter(isKnot),
  }
}

/** One place on the x axis: the weighted mean of all values there. */
export interface IsotonicPoint {
  readonly at: number
  readonly mean: number
  readonly weight: number
}

/** Points in ascending order of `at`, one for each distinct place. Rows without weight are left out. */
export function averageTies(
  places: readonly number[],
  values: readonly number[],
  weights?: readonly number[],
): IsotonicPoint[] {
  requirePaired(places, values)
  const rows = places.map((at, i) => ({ at, mean: values[i] ?? Number.NaN, weight: weights?.[i] ?? 1 }))
  const points: IsotonicPoint[] = []
  for (const row of rows.filter((row) => row.weight > 0).sort((a, b) => a.at - b.at)) {
    const last = points.at(-1)
    if (last?.at !== row.at) points.push(row)
    else points[points.length - 1] = { at: row.at, ...pool(last, row) }
  }
  return points
}

interface Block {
  readonly mean: number
  readonly weight: number
  readonly length: number
}

function pool<A extends { mean: number; weight: number; length?: number }>(a: A, b: A): Block {
  const weight = a.weight + b.weight
  return {
    mean: a.mean + ((b.mean - a.mean) * b.weight) / weight,
    weight,
    length: (a.length ?? 1) + (b.length ?? 1),
  }
}
