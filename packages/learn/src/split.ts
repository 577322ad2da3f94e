import type { Histogram } from './histogram.ts'

/** What bounds the growth of one tree. */
export interface Growth {
  readonly maxDepth: number
  readonly maxLeaves: number
  readonly minLeafRows: number
  readonly minLeafWeight: number
  readonly l2: number
  readonly minGain: number
  /** By feature: 1 never decreasing, -1 never increasing, 0 free. */
  readonly monotone: Int8Array
}

/** Sums over some rows: first and second derivatives of the loss, and how many rows. */
export interface Sums {
  readonly gradient: number
  readonly hessian: number
  readonly count: number
}

/** A cut of one feature after one bin, and the sums on its two sides. */
export interface Split {
  readonly gain: number
  readonly feature: number
  readonly bin: number
  readonly left: Sums
  readonly right: Sums
}

/** What finding a split needs to know of a leaf. */
export interface Splittable extends Sums {
  readonly depth: number
  /** Bounds that monotone constraints above put on the value. */
  readonly low: number
  readonly high: number
  readonly histogram: Histogram
}

/** The split of a leaf that gains most, if any gains more than asked for. */
export function bestSplit(
  leaf: Splittable,
  features: Int32Array,
  offsets: Int32Array,
  growth: Growth,
): Split | undefined {
  if (leaf.depth >= growth.maxDepth || leaf.count < 2 * growth.minLeafRows) return undefined
  let best: Split | undefined
  for (const feature of features) {
    const begin = offsets[feature] as number
    const end = offsets[feature + 1] as number
    const found = bestCut(
      leaf,
      begin,
      end,
      growth,
      growth.monotone[feature] as number,
      best?.gain ?? growth.minGain,
    )
    if (found !== undefined) best = { ...found, feature, bin: found.bin - begin }
  }
  return best
}

/** The best place to cut the bins [begin, end) of one feature, if any gains more than `least`. */
function bestCut(
  leaf: Splittable,
  begin: number,
  end: number,
  growth: Growth,
  direction: number,
  least: number,
): Omit<Split, 'feature'> | undefined {
  const { histogram, low, high } = leaf
  const { l2, minLeafRows, minLeafWeight } = growth
  const whole = reduction(
    leaf.gradient,
    leaf.hessian,
    l2,
    newtonValue(leaf.gradient, leaf.hessian, l2, low, high),
  )
  let [gradient, hessian, count, bestGain] = [0, 0, 0, least]
  let best: Omit<Split, 'feature'> | undefined
  for (let bin = begin; bin < end - 1; bin++) {
    const added = histogram[bin * 3 + 2] as number
    if (added === 0) continue
    gradient += histogram[bin * 3] as number
    hessian += histogram[bin * 3 + 1] as number
    count += added
    if (count < minLeafRows || hessian < minLeafWeight) continue
    const gradientRight = leaf.gradient - gradient
    const hessianRight = leaf.hessian - hessian
    if (leaf.count - count < minLeafRows || hessianRight < minLeafWeight) break
    const valueLeft = newtonValue(gradient, hessian, l2, low, high)
    const valueRight = newtonValue(gradientRight, hessianRight, l2, low, high)
    if ((valueRight - valueLeft) * direction < 0) continue
    const gain =
      reduction(gradient, hessian, l2, valueLeft) +
      reduction(gradientRight, hessianRight, l2, valueRight) -
      whole
    if (gain <= bestGain) continue
    bestGain = gain
    const left = { gradient, hessian, count }
    const right = { gradient: gradientRight, hessian: hessianRight, count: leaf.count - count }
    best = { gain, bin, left, right }
  }
  return best
}

/** Newton's step, within bounds; none where the loss is flat. */
export function newtonValue(
  gradient: number,
  hessian: number,
  l2: number,
  low: number,
  high: number,
): number {
  const curvature = hessian + l2
  const value = curvature > 0 ? -gradient / curvature : 0
  return Math.min(Math.max(value, low), high)
}

/** How much the loss falls, to second order, when all rows of these sums get a value. */
function reduction(gradient: number, hessian: number, l2: number, value: number): number {
  return -(gradient * value + 0.5 * (hessian + l2) * value * value)
}
