import { type SeededRandom, seededRandom } from '../random/seeded.ts'
import { product, unit, without } from './column.ts'
import type { KneeDesign } from './knee-design.ts'

/** Is there anything, and is there a break? */
export interface KneeTest {
  /** Of a constant, against a line with at most one break. */
  readonly none: number
  /** Of a straight line, against one with a break. */
  readonly straight: number
}

/**
 * Tests whose break may be anywhere. The largest gain over all places has no table, but for normal errors its
 * distribution depends on x and the blocks alone, so drawing it is exact (G. Barnard, 1963; the problem: R. Davies,
 * 1987). The seed makes the p-values repeat.
 */
export function testKnee(
  design: KneeDesign,
  y: ArrayLike<number>,
  { draws, seed }: { readonly draws: number; readonly seed: number | string },
): KneeTest {
  const bends = design.places.map((place) => unit(design.bend(place)))
  const observed = gains(design.within(y), design.line, bends)
  const random = seededRandom(seed)
  let [any, broken] = [0, 0]
  for (let draw = 0; draw < draws; draw += 1) {
    const noise = Float64Array.from({ length: design.n }, () => normal(random))
    const drawn = gains(design.within(noise), design.line, bends)
    if (drawn.any >= observed.any) any += 1
    if (drawn.broken >= observed.broken) broken += 1
  }
  return { none: (1 + any) / (1 + draws), straight: (1 + broken) / (1 + draws) }
}

// A line that fits leaves only this much of the sum of squares, by rounding.
const dust = 1e-28

interface Gains {
  /** The share of the sum of squares that a line with a break explains. */
  readonly any: number
  /** The share of what a line leaves that a break explains. */
  readonly broken: number
}

function gains(y: Float64Array, line: Float64Array, bends: readonly Float64Array[]): Gains {
  const total = product(y, y)
  const left = without(y, line)
  const unexplained = product(left, left)
  const most = Math.max(0, ...bends.map((bend) => product(bend, left) ** 2))
  return {
    any: total > 0 ? (total - unexplained + most) / total : 0,
    broken: unexplained > dust * total ? most / unexplained : 0,
  }
}

/** A standard normal number (G. Box, M. Muller, 1958). */
function normal(random: SeededRandom): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())
}
