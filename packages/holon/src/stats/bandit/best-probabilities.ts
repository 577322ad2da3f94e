import { HolonError } from '../../spec/error.ts'
import { type Distribution, normalise } from '../exploration/exploration.ts'
import { greedy } from './greedy.ts'
import { requireExpectations } from './square-cb.ts'

/** Beyond so many deviations there is less than 1e-11 of a normal distribution. */
const reach = 6.5

/** Between these, in deviations of every variable, all curves are smooth enough for one panel. */
const knots = [-reach, -3.6, -1.8, 0, 1.8, 3.6, reach]

/** Edges nearer to each other, in deviations of the narrowest variable, are one. */
const nearest = 0.5

/** Points of a panel. */
const order = 8

const densityAtMean = 1 / Math.sqrt(2 * Math.PI)

/**
 * The probability of each of some independent normal variables to be the largest: what Thompson sampling over separate
 * linear models does, told before it is drawn. Sampling from the answer is Thompson sampling, and the probability that is
 * logged is the one that drew.
 *
 * The integral over u of the density of one at u times the distributions of all others, by Gauss-Legendre on panels that
 * are narrow where any of the curves bends; exact to 1e-8.
 *
 * @param deviations above 0
 * @throws HolonError `input-invalid` for no variable, lists of unequal length, or numbers that cannot be
 * @example
 * ```ts
 * import { bestProbabilities } from 'holon/stats'
 * bestProbabilities([1, 0], [1, 1])[0] // 0.7602..., the normal distribution at 1 / sqrt(2)
 * ```
 */
export function bestProbabilities(means: readonly number[], deviations: readonly number[]): Distribution {
  requireExpectations(means)
  mustBeDeviations(means, deviations)
  const all = means.map((mean, i) => ({ mean, deviation: deviations[i] ?? 1 }))
  const lower = Math.max(...all.map((one) => one.mean - reach * one.deviation))
  // What ends below where another one begins is never the largest.
  const able = all.filter((one) => one.mean + reach * one.deviation > lower)
  const parts = new Float64Array(able.length)
  const edges = edgesOf(able, lower)
  for (const [i, edge] of edges.entries()) {
    const before = edges[i - 1]
    if (before !== undefined) addPanel(parts, able, [before, edge])
  }
  // Where deviations are below the precision of numbers there is nothing left to integrate.
  if (!(parts.reduce((sum, part) => sum + part, 0) > 0)) return greedy(means)
  const found = new Map(able.map((one, i) => [one, parts[i] ?? 0]))
  return normalise(all.map((one) => found.get(one) ?? 0))
}

interface Normal {
  readonly mean: number
  readonly deviation: number
}

/** Where panels end. */
function edgesOf(all: readonly Normal[], lower: number): readonly number[] {
  const points = all.flatMap(({ mean, deviation }) => knots.map((knot) => mean + knot * deviation))
  const apart = nearest * Math.min(...all.map((one) => one.deviation))
  const edges = [lower]
  for (const point of points.sort((a, b) => a - b))
    if (point > (edges.at(-1) ?? lower) + apart) edges.push(point)
  const last = Math.max(...points)
  return edges.at(-1) === last ? edges : [...edges, last]
}

/** Adds the part of every integral that lies between two edges. */
function addPanel(parts: Float64Array, all: readonly Normal[], [from, to]: readonly [number, number]): void {
  const half = (to - from) / 2
  for (const { at, weight } of nodes) {
    const u = from + half * (1 + at)
    const places = all.map(({ mean, deviation }) => (u - mean) / deviation)
    const below = places.map(shareBelow)
    for (let i = 0; i < all.length; i += 1) {
      let part = (weight * half * density(places[i] ?? 0)) / (all[i]?.deviation ?? 1)
      for (let j = 0; j < all.length; j += 1) if (j !== i) part *= below[j] ?? 0
      parts[i] = (parts[i] ?? 0) + part
    }
  }
}

const density = (z: number): number => densityAtMean * Math.exp(-0.5 * z * z)

/**
 * The standard normal distribution by its series around 0 (G. Marsaglia, Evaluating the normal distribution, 2004): ten
 * times as fast as by the incomplete gamma function, and exact to 1e-15 as far as an error in a sum matters.
 */
function shareBelow(z: number): number {
  if (Math.abs(z) > reach) return z < 0 ? 0 : 1
  let term = z
  let sum = z
  for (let i = 3, before = 0; sum !== before; i += 2) {
    before = sum
    term *= (z * z) / i
    sum += term
  }
  return Math.max(0, 0.5 + sum * density(z))
}

/** Roots of the Legendre polynomial of an order, by Newton's method, with their weights on [-1, 1]. */
const nodes = Array.from({ length: order }, (_, i) => {
  let at = Math.cos((Math.PI * (i + 0.75)) / (order + 0.5))
  let slope = 1
  for (let round = 0; round < 20; round += 1) {
    let [before, value] = [1, at]
    for (let n = 2; n <= order; n += 1)
      [before, value] = [value, ((2 * n - 1) * at * value - (n - 1) * before) / n]
    slope = (order * (at * value - before)) / (at * at - 1)
    at -= value / slope
  }
  return { at, weight: 2 / ((1 - at * at) * slope * slope) }
})

function mustBeDeviations(means: readonly number[], deviations: readonly number[]): void {
  if (means.length === deviations.length && deviations.every((one) => one > 0 && one < Infinity)) return
  throw new HolonError(
    'input-invalid',
    `${JSON.stringify(deviations)} are no deviations of ${means.length} variables`,
    'Give a finite number above 0 for each of them.',
  )
}
