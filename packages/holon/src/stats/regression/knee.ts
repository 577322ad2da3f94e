import { requireCount, requireShare } from '../argument.ts'
import { studentQuantile, studentSurvival } from '../distribution/student-t.ts'
import type { Interval } from '../interval/interval.ts'
import { findRoot } from '../special/root.ts'
import { maximize } from '../utility/maximize.ts'
import { type Observation, product, unit, without } from './column.ts'
import { type KneeDesign, kneeDesign } from './knee-design.ts'
import { type KneeTest, testKnee } from './knee-test.ts'

/** A place where a line breaks, and how y changes with x on both sides of it. */
export interface Break {
  readonly at: number
  readonly before: number
  readonly after: number
}

/** Regressions of y on x: straight, with a knee beyond which nothing changes, with any break. */
export interface KneeFit {
  readonly n: number
  /** How much y changes with x in all, by a straight line; with its interval. */
  readonly slope: number
  readonly slopeInterval: Interval
  /** p-values of there being nothing and of there being no break; 1 where there are too few observations to say. */
  readonly pValues: KneeTest & {
    /** Of nothing changing beyond the break. */
    readonly flat: number
  }
  /** The best knee: level beyond it. Its interval is by the profile of the likelihood. Undefined: fewer than 4 levels of x or 4 observations too few. */
  readonly knee?: Break & { readonly interval: Interval }
  /** The best break of any kind; the interval of the slope beyond it holds wherever the break is. */
  readonly bend?: Break & { readonly afterInterval: Interval }
}

export interface KneeOptions {
  readonly confidence?: number
  /** How many draws the p-values are from; default 999. */
  readonly draws?: number
  readonly seed?: number | string
}

/**
 * Fits segmented regressions with at most one break: does y change with x at all, straight, or up to a knee? Errors are
 * taken as normal and equally wide; observations of one block share a level of its own. (D. Hinkley, 1971, for the
 * break of two joined lines.)
 *
 * @throws HolonError `data-invalid` for values that are not finite
 * @example
 * ```ts
 * import { fitKnee } from 'holon/stats'
 * const x = [0, 1, 2, 3, 4, 5, 6, 7]
 * const noise = [0.01, -0.02, 0.02, -0.01, 0.01, 0, -0.02, 0.01]
 * const fit = fitKnee(x.map((at, i) => ({ x: at, y: 2 * Math.min(at, 4) + (noise[i] ?? 0) })))
 * fit.knee // at 4.00, before: 2.00, after: 0
 * fit.pValues.straight // 0.001: a line does not fit
 * ```
 */
export function fitKnee(
  observations: readonly Observation[],
  { confidence = 0.95, draws = 999, seed = 1 }: KneeOptions = {},
): KneeFit {
  requireShare('confidence', confidence)
  requireCount('draws', draws, 1)
  const design = kneeDesign(observations)
  const y = withoutDust(
    design,
    observations.map((one) => one.y),
  )
  const { slope, slopeInterval } = straight(design, y, confidence)
  const n = observations.length
  if (design.places.length === 0 || design.freedom < 4)
    return { n, slope, slopeInterval, pValues: { none: 1, straight: 1, flat: 1 } }
  const knee = bestKnee(design, y, confidence)
  const { flat, ...bend } = bestBend(design, y, knee, confidence)
  const { left: _, ...found } = knee
  return {
    n,
    slope,
    slopeInterval,
    pValues: { ...testKnee(design, y, { draws, seed }), flat },
    knee: found,
    bend,
  }
}

/** Deviations of y within blocks; those that are only rounding are none. */
function withoutDust(design: KneeDesign, y: readonly number[]): Float64Array {
  const dust = 1e-13 * Math.max(...y.map(Math.abs))
  const within = design.within(y)
  const left = without(within, design.line)
  const isDust = (values: Float64Array): boolean => values.every((value) => Math.abs(value) <= dust)
  if (isDust(within)) return within.fill(0)
  return isDust(left) ? within.map((value, i) => value - (left[i] ?? 0)) : within
}

function straight(design: KneeDesign, y: Float64Array, confidence: number) {
  const gain = product(design.line, y)
  const left = Math.max(0, product(y, y) - gain * gain)
  const slope = gain / design.xLength
  const half = halfWidth(left, design.freedom - 1, confidence) / design.xLength
  return { slope, slopeInterval: { lower: slope - half, upper: slope + half } }
}

/** Half the width of the interval of a coefficient of a column of length 1. */
function halfWidth(left: number, freedom: number, confidence: number): number {
  return freedom < 1 ? Infinity : studentQuantile((1 + confidence) / 2, freedom) * Math.sqrt(left / freedom)
}

function bestKnee(design: KneeDesign, y: Float64Array, confidence: number) {
  const total = product(y, y)
  const gain = (place: number): number => product(unit(design.ramp(place)), y) ** 2
  const { at, utility } = refined(design, gain)
  const left = Math.max(0, total - utility)
  const ramp = design.ramp(at)
  const before = product(ramp, y) / product(ramp, ramp)
  return { at, before, after: 0, left, interval: profile(design, gain, at, left, total, confidence) }
}

function bestBend(
  design: KneeDesign,
  y: Float64Array,
  knee: { readonly at: number; readonly left: number },
  confidence: number,
) {
  const rest = without(y, design.line)
  const { at, utility } = refined(design, (place) => product(unit(design.bend(place)), rest) ** 2)
  const left = Math.max(0, product(rest, rest) - utility)
  const freedom = design.freedom - 3
  // The place of the break is as well known as the knee's, so one degree of freedom tells the two apart.
  const flat =
    left === 0
      ? Number(knee.left === 0)
      : 2 * studentSurvival(Math.sqrt(Math.max(0, knee.left - left) / (left / freedom)), freedom)
  const { before, after } = slopesAt(design, y, at)
  const places = [at, knee.at, ...design.places]
  return { at, before, after, afterInterval: afterInterval(design, y, places, left, confidence), flat }
}

/** The columns on both sides of a place, and what y has of them. */
function sides(design: KneeDesign, y: Float64Array, place: number) {
  const ramp = design.ramp(place)
  const along = unit(ramp)
  const tail = design.within(design.x.map((value) => Math.max(0, value - place)))
  const own = without(tail, along)
  const length = product(own, own)
  return { ramp, along, tail, length, after: product(own, y) / length }
}

function slopesAt(design: KneeDesign, y: Float64Array, place: number) {
  const { ramp, along, tail, after } = sides(design, y, place)
  const before = (product(along, y) - after * product(along, tail)) / product(along, ramp)
  return { before, after }
}

/** All slopes beyond some break that fit not worse than the best by more than chance. */
function afterInterval(
  design: KneeDesign,
  y: Float64Array,
  places: readonly number[],
  left: number,
  confidence: number,
): Interval {
  const freedom = design.freedom - 3
  const allowed = left * (1 + studentQuantile((1 + confidence) / 2, freedom) ** 2 / freedom)
  const total = product(y, y)
  const ends = places.flatMap((place) => {
    const { along, length, after } = sides(design, y, place)
    // The sum of squares at this place is a parabola of the slope, lowest at `after`.
    const least = total - product(along, y) ** 2 - length * after ** 2
    if (least > allowed) return []
    const half = Math.sqrt((allowed - least) / length)
    return [after - half, after + half]
  })
  return { lower: Math.min(...ends), upper: Math.max(...ends) }
}

function refined({ places }: KneeDesign, gain: (place: number) => number) {
  const [from, to] = [places[0] as number, places.at(-1) as number]
  return maximize({ from, to, points: places.length }, gain)
}

/** All places whose fit is not worse than the best by more than chance: from the outermost of them to the other. */
function profile(
  design: KneeDesign,
  gain: (place: number) => number,
  best: number,
  left: number,
  total: number,
  confidence: number,
): Interval {
  const freedom = design.freedom - 2
  const allowed = left * (1 + studentQuantile((1 + confidence) / 2, freedom) ** 2 / freedom)
  const excess = (place: number): number => total - gain(place) - allowed
  const [first, last] = [design.levels[0] as number, design.levels.at(-1) as number]
  const inside = [...design.places, last].filter((place) => excess(place) <= 0)
  const lowest = Math.min(best, ...inside)
  const highest = Math.max(best, ...inside)
  const before = design.places.findLast((place) => place < lowest)
  const after = [...design.places, last].find((place) => place > highest)
  return {
    // Before the second level a knee and a step cannot be told apart.
    lower: before === undefined ? first : findRoot(excess, before, lowest),
    upper: after === undefined ? last : findRoot(excess, highest, after),
  }
}
