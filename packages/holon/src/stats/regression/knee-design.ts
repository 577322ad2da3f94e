import { HolonError } from '../../spec/error.ts'
import { blocksOf, type Observation, product, unit, withinBlocks, without } from './column.ts'

/**
 * The columns of a regression on x with at most one break, every block with a level of its own. All are within blocks
 * and of length 1, so that the square of the product of y with one is by how much it lowers the sum of squares.
 */
export interface KneeDesign {
  readonly n: number
  /** Observations less levels of blocks. */
  readonly freedom: number
  readonly x: Float64Array
  readonly xLength: number
  readonly line: Float64Array
  /** The distinct values of x, ascending. */
  readonly levels: readonly number[]
  /** Places of a break to try, between the second and the last but one level. */
  readonly places: readonly number[]
  within(values: ArrayLike<number>): Float64Array
  /** What rises with x up to the place, then no more; not of length 1. */
  ramp(place: number): Float64Array
  /** What begins to rise at the place, as far as the line does not say it; not of length 1. */
  bend(place: number): Float64Array
}

// Fine enough that a refined place is the best one, and few enough for a thousand draws.
const tries = 41

/** @throws HolonError `data-invalid` for values that are not finite; with fewer than 4 levels of x there are no places. */
export function kneeDesign(observations: readonly Observation[]): KneeDesign {
  requireFinite(observations)
  const blocks = blocksOf(observations)
  const x = Float64Array.from(observations, (one) => one.x)
  const within = (values: ArrayLike<number>): Float64Array => withinBlocks(values, blocks)
  const centred = within(x)
  const line = unit(centred)
  const levels = [...new Set(x)].sort((a, b) => a - b)
  return {
    n: x.length,
    freedom: x.length - blocks.length,
    x,
    xLength: Math.sqrt(product(centred, centred)),
    line,
    levels,
    places: levels.length < 4 ? [] : spread(levels[1] as number, levels.at(-2) as number),
    within,
    ramp: (place) => within(x.map((value) => Math.min(value, place))),
    bend: (place) => without(within(x.map((value) => Math.max(0, value - place))), line),
  }
}

function spread(from: number, to: number): number[] {
  return Array.from({ length: tries }, (_, i) => from + ((to - from) * i) / (tries - 1))
}

function requireFinite(observations: readonly Observation[]): void {
  const wrong = observations.find(({ x, y }) => !Number.isFinite(x) || !Number.isFinite(y))
  if (wrong === undefined) return
  throw new HolonError(
    'data-invalid',
    `an observation of ${wrong.y} at ${wrong.x}`,
    'Give finite numbers only.',
  )
}
