import type { Interval } from './interval.ts'

/** A value and where it may lie, such as a rate of one group. */
export interface Located extends Interval {
  readonly value: number
}

/** One independent value in a sum, with its weight: 1 and -1 for a difference. */
export interface Weighted extends Located {
  readonly weight: number
}

/**
 * A weighted sum of independent values, and its interval from theirs: the method of variance estimates recovery
 * (G. Y. Zou, A. Donner, 2008). The difference of two shares with Wilson's intervals is R. G. Newcombe's (1998).
 *
 * @example
 * ```ts
 * const [a, b] = [{ value: 0.5, lower: 0.4, upper: 0.6 }, { value: 0.2, lower: 0.1, upper: 0.35 }]
 * contrast([{ ...a, weight: 1 }, { ...b, weight: -1 }]) // { value: 0.3, lower: 0.1197, upper: 0.4414 }
 * ```
 */
export function contrast(terms: readonly Weighted[]): Located {
  let value = 0
  let below = 0
  let above = 0
  for (const { weight, value: one, lower, upper } of terms) {
    const [toLower, toUpper] = [weight * (one - lower), weight * (upper - one)]
    value += weight * one
    below += (weight > 0 ? toLower : toUpper) ** 2
    above += (weight > 0 ? toUpper : toLower) ** 2
  }
  return { value, lower: value - Math.sqrt(below), upper: value + Math.sqrt(above) }
}

/** How far the first of two independent values is above the second. */
export function difference(first: Located, second: Located): Located {
  return contrast([
    { ...first, weight: 1 },
    { ...second, weight: -1 },
  ])
}

/**
 * The first of two independent values of at least 0 as a multiple of the second: `contrast` of their logarithms. Nothing
 * bounds it above where the second may be 0; NaN where the second is 0.
 */
export function multiple(first: Located, second: Located): Located {
  const value = second.value === 0 ? Number.NaN : first.value / second.value
  if (first.value === 0 || second.value === 0) {
    return { value, lower: first.lower / second.upper, upper: over(first.upper, second.lower) }
  }
  const logs = difference(logarithm(first), logarithm(second))
  return { value, lower: Math.exp(logs.lower), upper: Math.exp(logs.upper) }
}

const over = (a: number, b: number): number => (b === 0 ? Number.POSITIVE_INFINITY : a / b)

const logarithm = ({ value, lower, upper }: Located): Located => ({
  value: Math.log(value),
  lower: Math.log(lower),
  upper: Math.log(upper),
})
